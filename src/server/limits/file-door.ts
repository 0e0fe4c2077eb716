import type { ServerResponse } from 'node:http';
import type { Config } from '../../config';
import type { Caller } from '../../subgraphs/context';
import { type CallerBudget, payerOf } from './caller-budget';
import { fileBudgetExceeded, tooManyFiles, tooManyFilesInAll } from './errors';
import { PerCaller } from './per-caller';

/** What files cost, in the coin of operations: docs/limits.md. */
export const FILE_COSTS = {
  /** An export, whatever is in it; for what is found to be unchanged no more than this. */
  export: 100,
  /** A city or a link of a graph: it is in memory. */
  graphRow: 1,
  /** A record of a table: it is read, with what it links to. */
  record: 10,
  /** A page of a feed: 50 solutions and what the feed says of itself. */
  feed: 200,
  /** The sheet of one network, and those of all of them in one document. */
  sheet: 5_000,
  allSheets: 100_000,
};

export type FileSettings = Pick<Config, 'filesPerCaller' | 'filesAtOnce' | 'fileIdleTimeout'>;

/**
 * The door that all passes which is asked for by HTTP and is no operation: exports, feeds, fact sheets. It is charged to the same budget
 * as operations are, and only so many are made at once, for one caller and in all.
 */
export class FileDoor {
  private readonly ofCallers: PerCaller;
  private open = 0;

  constructor(
    private readonly budget: CallerBudget,
    private readonly settings: FileSettings,
  ) {
    this.ofCallers = new PerCaller(settings.filesPerCaller);
  }

  /**
   * Lets a request in until its answer is sent, or its client has left, and charges its caller.
   * @throws GraphQLError with a code: COST_BUDGET_EXCEEDED, TOO_MANY_CONNECTIONS, OVERLOADED
   */
  enter(caller: Caller, response: ServerResponse, cost: number): void {
    // Who has left already will not leave again.
    if (!response.destroyed) this.count(caller, response);
    this.charge(caller, cost);
  }

  /**
   * Charges a caller who has been let in for what is in a file, before it is sent: half of the budget of a minute at most, so that
   * every file can be had.
   * @throws COST_BUDGET_EXCEEDED
   */
  charge(caller: Caller, fullCost: number): void {
    const { perMinute = Infinity } = this.budget;
    const cost = Math.min(fullCost, Math.floor(perMinute / 2));
    const shortage = this.budget.spend(caller, cost);
    if (shortage) throw fileBudgetExceeded(cost, shortage);
  }

  /** To be called before an answer is sent: where its client takes nothing of it for long, the place is for others. */
  watch(response: ServerResponse): void {
    const { fileIdleTimeout } = this.settings;
    if (fileIdleTimeout > 0) response.setTimeout(fileIdleTimeout, () => response.destroy());
  }

  private count(caller: Caller, response: ServerResponse): void {
    const { filesAtOnce, filesPerCaller } = this.settings;
    const payer = payerOf(caller) ?? '';
    if (!this.ofCallers.enter(payer)) throw tooManyFiles(filesPerCaller);
    this.open++;
    response.once('close', () => {
      this.open--;
      this.ofCallers.leave(payer);
    });
    if (filesAtOnce > 0 && this.open > filesAtOnce) throw tooManyFilesInAll();
  }
}
