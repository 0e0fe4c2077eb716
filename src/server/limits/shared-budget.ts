import type { CallerBudget } from './caller-budget';

/** What one worker tells the others: how much callers have spent there. */
export interface Spendings {
  spendings: [payer: string, cost: number][];
}

export const isSpendings = (message: unknown): message is Spendings =>
  typeof message === 'object' && message !== null && 'spendings' in message;

/** How long spendings are collected before they are told, in ms: so long a caller may spend the same at several workers. */
const PAUSE = 20;

/** Has this worker pay for what callers spend at others of the same server, which its primary process passes on; and tells them. */
export function shareBudget(budget: CallerBudget): void {
  const collected = new Map<string, number>();
  const tell = (): void => {
    const message: Spendings = { spendings: [...collected] };
    collected.clear();
    if (process.connected) process.send!(message);
  };
  budget.onSpent = (payer, cost) => {
    if (collected.size === 0) setTimeout(tell, PAUSE).unref();
    collected.set(payer, (collected.get(payer) ?? 0) + cost);
  };
  process.on('message', (message) => {
    if (isSpendings(message)) for (const [payer, cost] of message.spendings) budget.take(payer, cost);
  });
}
