import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../../subgraphs/context';
import type { Admission, Admitted } from '../admission';
import { contributors, costOfAnswer, total } from './cost';

/** How many parts of an operation are named. */
const NAMED = 10;

/** What `extensions.cost` of a request may be: "estimate" asks for the cost alone, and nothing is executed. */
export const ESTIMATE = 'estimate';

/** Whether a request asks what it costs: its answer says more than its data. */
export const asksForCost = (extensions: Readonly<Record<string, unknown>> | undefined): boolean =>
  extensions?.['cost'] === true || extensions?.['cost'] === ESTIMATE;

/** Tells a client that asks for it what its operation costs at most, and what the answer did cost. */
export class CostReport {
  private admitted: Admitted | undefined;

  constructor(
    private readonly admission: Admission,
    private readonly caller: Caller,
    /** Whether the cost is all that is asked for. */
    readonly isEstimate: boolean,
  ) {}

  /** Called when the operation is let in. */
  admit(admitted: Admitted): void {
    this.admitted = admitted;
  }

  /** Adds the cost to an answer. */
  add(result: FormattedExecutionResult): void {
    if (!this.admitted) return;
    const { plan, costs, variables } = this.admitted;
    const actual = result.data ? { actual: total(costOfAnswer(plan, result.data, variables)) } : {};
    const cost = {
      cost: total(costs),
      fieldCost: costs.fields,
      typeCost: costs.types,
      ...actual,
      limit: this.admission.settings.costLimit || null,
      budget: this.admission.budget.of(this.caller) ?? null,
      contributors: contributors(plan, variables, NAMED),
    };
    result.extensions = { ...result.extensions, cost };
  }
}

/** What tells the cost of an operation; undefined where nobody asks. */
export const costReport = (
  admission: Admission,
  caller: Caller,
  extensions: Readonly<Record<string, unknown>> | undefined,
): CostReport | undefined =>
  asksForCost(extensions) ? new CostReport(admission, caller, extensions?.['cost'] === ESTIMATE) : undefined;
