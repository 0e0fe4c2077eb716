import { actorOf } from '../../access/viewer';
import type { Caller } from '../../subgraphs/context';
import { Budget } from './budget';

/** That a caller has not enough left. */
export interface Shortage {
  /** What there is for a minute, and what is left of it. */
  limit: number;
  left: number;
  /** In how many seconds there is enough. */
  seconds: number;
}

/** What each caller may spend a minute, on operations and files alike. */
export class CallerBudget {
  /** Called when something has been spent. */
  onSpent: ((payer: string, cost: number) => void) | undefined;
  private readonly budget: Budget | undefined;

  /** @param perMinute 0 sets no limit */
  constructor(perMinute: number) {
    this.budget = perMinute > 0 ? new Budget(perMinute) : undefined;
  }

  /** What a caller may spend a minute, and what is left of it now; undefined where nothing limits it. */
  of(caller: Caller): { limit: number; left: number } | undefined {
    const payer = payerOf(caller);
    if (!this.budget || payer === undefined) return undefined;
    return { limit: this.budget.perMinute, left: this.budget.left(payer) };
  }

  /** What there is for a minute; undefined where nothing limits it. */
  get perMinute(): number | undefined {
    return this.budget?.perMinute;
  }

  /** Takes a cost from what a caller has left. Undefined where that was enough; else nothing is taken. */
  spend(caller: Caller, cost: number): Shortage | undefined {
    const payer = payerOf(caller);
    if (!this.budget || payer === undefined) return undefined;
    const seconds = this.budget.spend(payer, cost);
    if (seconds > 0) return { limit: this.budget.perMinute, left: this.budget.left(payer), seconds };
    this.onSpent?.(payer, cost);
    return undefined;
  }

  /** Takes what has been spent elsewhere, whatever is left. */
  take(payer: string, cost: number): void {
    this.budget?.take(payer, cost);
  }
}

/** Who pays: an account, else an address. What the process does by itself nobody pays for. */
export const payerOf = ({ viewer, address }: Caller): string | undefined =>
  address !== undefined && viewer ? `account ${actorOf(viewer)}` : address;
