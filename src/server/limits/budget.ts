import { LRUCache } from 'lru-cache';

const MINUTE = 60_000;

/**
 * Of how many callers it is known what they spent. One that is forgotten has had nobody else's share: it spent least lately. (As the
 * cache's size, for which it makes no room in advance.)
 */
const MAX_CALLERS = 100_000;

interface Account {
  /** What the caller has left. */
  left: number;
  /** When that was, in ms. */
  at: number;
}

/** What each caller may spend a minute: it comes back steadily, up to a minute's worth. */
export class Budget {
  private readonly accounts = new LRUCache<string, Account>({ maxSize: MAX_CALLERS, sizeCalculation: () => 1 });

  /**
   * @param perMinute what a caller may spend
   * @param now the time in ms
   */
  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes a cost from a caller's budget. Returns 0; or, where there is not enough left, in how many seconds there will be. */
  spend(caller: string, cost: number): number {
    const account = this.account(caller);
    if (account.left >= cost) {
      account.left -= cost;
      return 0;
    }
    // What costs more than the budget of a minute must wait for a full one.
    const missing = Math.min(cost, this.perMinute) - account.left;
    if (missing > 0) return Math.ceil((missing * MINUTE) / this.perMinute / 1000);
    account.left -= cost;
    return 0;
  }

  /** Takes a cost from a caller's budget, whatever is left: it is paid off before anything else can be spent. */
  take(caller: string, cost: number): void {
    this.account(caller).left -= cost;
  }

  /** What a caller has left at this moment. */
  left(caller: string): number {
    return Math.floor(this.account(caller).left);
  }

  private account(caller: string): Account {
    const at = this.now();
    let account = this.accounts.get(caller);
    if (!account) this.accounts.set(caller, (account = { left: this.perMinute, at }));
    account.left = Math.min(this.perMinute, account.left + ((at - account.at) * this.perMinute) / MINUTE);
    account.at = at;
    return account;
  }
}
