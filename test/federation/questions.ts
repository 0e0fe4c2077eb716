import { toGlobalId } from '../../src/graphql/global-id';
import type { Who } from './writings';

/** An operation beside the golden ones, and the codes of the errors that it is answered with. */
export interface Question {
  name: string;
  query: string;
  variables?: Record<string, unknown>;
  who?: Who;
  codes?: string[];
}

const bogota = toGlobalId('City', 'bogota');

/** What the golden operations leave out: variables, errors, and what only those see who are signed in. */
export const questions: Question[] = [
  {
    name: 'variables with defaults, of every slice',
    query: `query ($slug: String = "bogota", $first: Int = 1, $solutions: SolutionFilter) { city(slug: $slug) {
      name networks(first: $first) { nodes { name } } solutions(first: $first, filter: $solutions) { totalCount }
      peers(first: $first) { edges { strength node { name country { name } } } } } }`,
    variables: { solutions: { sector: { in: ['TRANSPORT', 'WATER'] } } },
  },
  {
    name: 'directives, with what they leave out',
    query: `query ($with: Boolean!) { city(slug: "bogota") { name @skip(if: $with) networks @include(if: $with) {
      totalCount } collaborations @skip(if: $with) { totalCount } } }`,
    variables: { with: true },
  },
  {
    name: 'the same field twice, with other arguments',
    query: `{ a: city(slug: "bogota") { ...Two } b: city(slug: "tokyo") { ...Two } }
      fragment Two on City { one: solutions(first: 1) { nodes { title } } all: solutions { totalCount nodes { slug } } }`,
  },
  {
    name: 'there and back: a city, its network, its members, their solutions, who took them up',
    query: `{ city(slug: "bogota") { networks { nodes { members(first: 5) { nodes { name solutions(first: 2) {
      nodes { title adoptions { nodes { city { name country { code } } } } } } } } } } } }`,
  },
  { name: 'nothing there', query: '{ city(slug: "atlantis") { name networks { totalCount } } }' },
  {
    name: 'a node by its id, of a type of another slice',
    query: 'query ($id: ID!) { node(id: $id) { id ... on City { name peers { totalCount } } } }',
    variables: { id: bogota },
  },
  {
    name: 'a node that is not there',
    query: 'query ($id: ID!) { node(id: $id) { id ... on City { name } } }',
    variables: { id: toGlobalId('City', 'atlantis') },
  },
  {
    name: 'nodes, one of which is no id',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Network { name } ... on City { name } } }',
    variables: { ids: [bogota, 'garbage', toGlobalId('Network', 'cool-cities')] },
    codes: ['INVALID_ID'],
  },
  { name: 'an id of another type', query: `{ network(id: "${bogota}") { name } }`, codes: ['INVALID_ID'] },
  { name: 'two keys', query: '{ city(slug: "quito", unlocode: "ECUIO") { name } }', codes: ['INVALID_LOOKUP'] },
  { name: 'nothing to search for', query: '{ search(text: " ") { totalCount } }', codes: ['INVALID_SEARCH'] },
  { name: 'who asks: nobody', query: '{ viewer { subject } }' },
  {
    name: 'who asks: a city’s office',
    query: '{ viewer { subject roles city { name solutions { totalCount } } networks { name } } }',
    who: 'bogota',
  },
  {
    name: 'who asks: the manager of networks',
    query: '{ viewer { roles city { name } networks { name members(first: 2) { nodes { name } } } } }',
    who: 'manager',
  },
  ...(['bogota', 'manager', 'admin'] as const).map((who): Question => ({
    name: `solutions that ${who} sees`,
    query: '{ solutions(first: 50) { totalCount nodes { slug visibility status city { slug } } } }',
    who,
  })),
  {
    name: 'drafts, for their city alone',
    query: '{ city(slug: "bogota") { solutions(first: 50, filter: { status: DRAFT }) { nodes { slug status } } } }',
    who: 'bogota',
  },
];
