import {
  getVariableValues,
  GraphQLError,
  Kind,
  separateOperations,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Config } from '../config';
import type { Caller } from '../subgraphs/context';
import { argumentChecks, type CheckArguments } from './arguments';
import type { Variables } from './limits/amounts';
import { CallerBudget } from './limits/caller-budget';
import { costOf, total, type Costs, type CostNode } from './limits/cost';
import { budgetExceeded, costTooHigh, notPublished } from './limits/errors';
import { planCost } from './limits/cost-plan';
import { checkShape, type ShapeLimits } from './limits/shape';

export type AdmissionSettings = Pick<
  Config,
  | 'costLimit'
  | 'costBudget'
  | 'maxTokens'
  | 'maxDocumentLength'
  | 'maxDepth'
  | 'maxRootFields'
  | 'maxAliases'
  | 'maxDirectives'
  | 'publishedDocumentsOnly'
>;

/** An operation that asks to be let in. Its document is valid. */
export interface Applicant {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As the client sent them. */
  variables: Readonly<Record<string, unknown>>;
  caller: Caller;
  /** Whether it will not be executed, and so costs nothing. Default: it will */
  isEstimate?: boolean;
}

/** An operation that has been let in. */
export interface Admitted {
  plan: CostNode;
  /** What it costs at most. */
  costs: Costs;
  /** As GraphQL has checked and converted them. */
  variables: Variables;
}

/** What can be told of an operation once for its document. */
type Facts = { plan: CostNode; checkArguments: CheckArguments } | { refusal: GraphQLError };

const NONE: Variables = {};

/**
 * The door that every operation passes, whatever the transport, once its document is valid: its shape, its arguments, its cost, and
 * what its caller has left. What does not depend on variables and caller is found once for a document.
 */
export class Admission {
  private readonly facts = new WeakMap<OperationDefinitionNode, Facts>();
  private readonly trusted = new WeakSet<DocumentNode>();
  /** What callers have left: for files too. */
  readonly budget: CallerBudget;
  private readonly shape: ShapeLimits;

  constructor(
    private readonly schema: GraphQLSchema,
    readonly settings: AdmissionSettings,
  ) {
    this.budget = new CallerBudget(settings.costBudget);
    this.shape = {
      length: settings.maxDocumentLength,
      depth: settings.maxDepth,
      rootFields: settings.maxRootFields,
      aliases: settings.maxAliases,
      directives: settings.maxDirectives,
    };
  }

  /**
   * Lets an operation in, and charges its caller. Undefined where its variables are of the wrong types: execution tells which.
   * @throws GraphQLError with a code: DOCUMENT_TOO_COMPLEX, COST_LIMIT_EXCEEDED, COST_BUDGET_EXCEEDED, DOCUMENT_NOT_PUBLISHED, or that of a wrong argument
   */
  admit({ document, operation, variables, caller, isEstimate = false }: Applicant): Admitted | undefined {
    if (this.distrusts(document)) throw notPublished();
    const facts = this.factsOf(document, operation);
    if ('refusal' in facts) throw facts.refusal;
    const coerced = this.coerce(operation, variables);
    if (!coerced) return undefined;
    facts.checkArguments(coerced);
    const admitted = { plan: facts.plan, costs: costOf(facts.plan, coerced), variables: coerced };
    if (!isEstimate) this.charge(admitted, caller);
    return admitted;
  }

  /** Why no operation of a document will ever be let in, whatever its variables; undefined where all of them may. */
  refusalOf(document: DocumentNode): GraphQLError | undefined {
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const facts = this.factsOf(document, operation);
      if ('refusal' in facts) return facts.refusal;
    }
    return undefined;
  }

  /** Says that a document is published: where only such are welcome, it is. */
  trust(document: DocumentNode): void {
    this.trusted.add(document);
  }

  /** Whether it must be found out first that a document is published. */
  distrusts(document: DocumentNode): boolean {
    return this.settings.publishedDocumentsOnly && !this.trusted.has(document);
  }

  private factsOf(document: DocumentNode, operation: OperationDefinitionNode): Facts {
    let facts = this.facts.get(operation);
    if (!facts) this.facts.set(operation, (facts = this.find(document, operation)));
    return facts;
  }

  private find(document: DocumentNode, operation: OperationDefinitionNode): Facts {
    try {
      checkShape(document, this.shape);
      // The document's other operations are not run, and have not got their variables.
      const executed = separateOperations(document)[operation.name?.value ?? ''] ?? document;
      const fragments = executed.definitions.filter(isFragment).map((each) => [each.name.value, each] as const);
      const plan = planCost(this.schema, new Map(fragments), operation, this.shape);
      return { plan, checkArguments: argumentChecks(this.schema, executed) };
    } catch (error) {
      if (error instanceof GraphQLError) return { refusal: error };
      throw error;
    }
  }

  private coerce(operation: OperationDefinitionNode, variables: Variables): Variables | undefined {
    const definitions = operation.variableDefinitions;
    return definitions?.length ? getVariableValues(this.schema, definitions, variables).coerced : NONE;
  }

  private charge(admitted: Admitted, caller: Caller): void {
    const { costLimit } = this.settings;
    const cost = total(admitted.costs);
    if (costLimit > 0 && cost > costLimit) throw costTooHigh(admitted, costLimit);
    const shortage = this.budget.spend(caller, cost);
    if (shortage) throw budgetExceeded(admitted, shortage);
  }
}

const isFragment = (definition: DocumentNode['definitions'][number]): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;
