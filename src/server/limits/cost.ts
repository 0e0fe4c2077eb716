import { amount, type Amount, type Variables } from './amounts';
import type { Condition } from './collect';

/** A field of an operation, as far as its cost is concerned. */
export interface CostNode {
  /** The key of its value in the answer. */
  key: string;
  /** The keys from the root to it, with dots. */
  path: string;
  /** What one call costs, with its arguments. */
  weight: Amount;
  /** What one object that it gives costs. */
  typeWeight: number;
  /** How many objects one call gives at most. */
  size: Amount;
  /** It is executed where all of one of these hold. */
  included: readonly (readonly Condition[])[];
  /** The fields below: of each type that the objects may be of. The dearest counts. */
  alternatives: readonly (readonly CostNode[])[];
  /** What it costs, where that depends on no variable; known from the first time on. */
  constant?: Costs | null;
}

/** Costs as IBM's GraphQL Cost Directives have them. */
export interface Costs {
  /** What the calls of fields cost. */
  fields: number;
  /** What the objects cost that they give. */
  types: number;
}

/** A part of an operation, and what it alone costs: without the fields below it. */
export interface Contributor {
  path: string;
  cost: number;
}

const NOTHING: Costs = { fields: 0, types: 0 };

export const total = ({ fields, types }: Costs): number => fields + types;

/** What a field costs at most, with all below it, for one object that it is asked of. */
export function costOf(node: CostNode, variables: Variables): Costs {
  if (node.constant === undefined) node.constant = isConstant(node) ? compute(node, variables) : null;
  return node.constant ?? compute(node, variables);
}

function compute(node: CostNode, variables: Variables): Costs {
  if (!isIncluded(node, variables)) return NOTHING;
  const size = amount(node.size, variables);
  const below = dearest(node, variables);
  return {
    fields: amount(node.weight, variables) + size * below.costs.fields,
    types: size * (node.typeWeight + below.costs.types),
  };
}

function dearest(node: CostNode, variables: Variables): { nodes: readonly CostNode[]; costs: Costs } {
  let most: { nodes: readonly CostNode[]; costs: Costs } = { nodes: [], costs: NOTHING };
  for (const nodes of node.alternatives) {
    const costs = { fields: 0, types: 0 };
    for (const each of nodes) {
      const { fields, types } = costOf(each, variables);
      costs.fields += fields;
      costs.types += types;
    }
    if (total(costs) > total(most.costs)) most = { nodes, costs };
  }
  return most;
}

/** What costs most by itself, the dearest first. */
export function contributors(root: CostNode, variables: Variables, count: number): Contributor[] {
  const found: Contributor[] = [];
  const visit = (node: CostNode, calls: number): void => {
    if (!isIncluded(node, variables)) return;
    const objects = calls * amount(node.size, variables);
    found.push({ path: node.path, cost: calls * amount(node.weight, variables) + objects * node.typeWeight });
    for (const child of dearest(node, variables).nodes) visit(child, objects);
  };
  for (const child of dearest(root, variables).nodes) visit(child, 1);
  return found.sort((a, b) => b.cost - a.cost).slice(0, count);
}

/** What an answer did cost: query response analysis. Lists count as long as they are, and what is null costs no more than its call. */
export function costOfAnswer(node: CostNode, value: unknown, variables: Variables): Costs {
  if (!isIncluded(node, variables)) return NOTHING;
  const objects = (Array.isArray(value) ? value : [value]).filter((item) => item !== null && item !== undefined);
  const costs = { fields: amount(node.weight, variables), types: objects.length * node.typeWeight };
  for (const object of objects) {
    const { fields, types } = dearestOf(node, object as Record<string, unknown>, variables);
    costs.fields += fields;
    costs.types += types;
  }
  return costs;
}

function dearestOf(node: CostNode, object: Record<string, unknown>, variables: Variables): Costs {
  let most = NOTHING;
  for (const nodes of node.alternatives) {
    const costs = { fields: 0, types: 0 };
    for (const child of nodes) {
      if (!(child.key in object)) continue;
      const { fields, types } = costOfAnswer(child, object[child.key], variables);
      costs.fields += fields;
      costs.types += types;
    }
    if (total(costs) > total(most)) most = costs;
  }
  return most;
}

const isIncluded = ({ included }: CostNode, variables: Variables): boolean =>
  included.some((conditions) => conditions.every(({ variable, is }) => variables[variable] === is));

const isConstant = ({ weight, size, included, alternatives }: CostNode): boolean =>
  typeof weight === 'number' &&
  typeof size === 'number' &&
  included.some((conditions) => conditions.length === 0) &&
  alternatives.every((nodes) => nodes.every(isConstant));
