import fs from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/project-root';
import { YOUNG_ROOM } from '../../src/server/young-objects';
import { contract, postgraphile, type Dialect } from './dialect';

/** A server to be measured. */
export interface Entry {
  name: string;
  /** Its file. */
  file: string;
  /** The Node.js that runs it. Default: the newer one of bench/peers. */
  node?: string;
  dialect?: Dialect;
  env?: NodeJS.ProcessEnv;
  /** Options of Node.js. */
  execArgv?: readonly string[];
  /** SQL that it wants in the database. */
  prepare?: string;
  /** Whether it takes part only where it is named. Default: false. */
  isExtra?: boolean;
}

const compiled = (name: string): string => path.join(__dirname, `${name}.js`);
const peer = (name: string): string => path.join(PROJECT_ROOT, 'bench/peers', name);

/** All run on one Node.js; PostGraphile and Lighthouse need 22. */
export const newerNode = peer('node_modules/node/bin/node');

export const OURS = 'interurban';
export const FLOOR = 'bare SQL';
export const TUTORIAL = 'tutorial';
export const POSTGRAPHILE = 'PostGraphile';
export const CACHING = 'caching interurban';

// The load generator is one caller, and would have spent what one may spend a minute: it is counted all the same.
const counted = { COST_BUDGET: '1000000000', RESPONSE_CACHE_BYTES: '0' };
const unlimited = Object.fromEntries(
  [
    'RESPONSE_CACHE_BYTES',
    'COST_LIMIT',
    'COST_BUDGET',
    'MAX_DOCUMENT_LENGTH',
    'MAX_DEPTH',
    'MAX_ROOT_FIELDS',
    'MAX_ALIASES',
    'MAX_DIRECTIVES',
  ].map((limit) => [limit, '0']),
);

// As `npm start` and the image start it.
const execArgv = [YOUNG_ROOM];

const entries: readonly Entry[] = [
  { name: OURS, file: compiled('interurban'), execArgv, env: counted },
  { name: FLOOR, file: compiled('floor') },
  { name: 'bare rows', file: peer('rows.mjs') },
  { name: TUTORIAL, file: compiled('tutorial/server') },
  {
    name: POSTGRAPHILE,
    file: peer('postgraphile/server.mjs'),
    dialect: postgraphile,
    prepare: fs.readFileSync(peer('postgraphile/functions.sql'), 'utf8'),
  },
  { name: 'Mercurius', file: peer('mercurius.mjs') },
  { name: 'Yoga, Pothos', file: peer('pothos.mjs') },
  {
    name: `${OURS}, Node.js ${process.versions.node.split('.')[0]!}`,
    file: compiled('interurban'),
    node: process.execPath,
    execArgv,
    env: counted,
  },
  { name: `${OURS}, no limits`, file: compiled('interurban'), execArgv, env: unlimited },
  {
    name: CACHING,
    file: compiled('interurban'),
    execArgv,
    env: { COST_BUDGET: counted.COST_BUDGET },
    isExtra: true,
  },
];

/** Those that are asked for, by the beginnings of their names, ours first; without any all of them. @throws for an unknown name */
export function chosen(names: readonly string[]): Required<Entry>[] {
  const matches = ({ name }: Entry, wanted: string): boolean => name.toLowerCase().startsWith(wanted.toLowerCase());
  const unknown = names.find((wanted) => !entries.some((entry) => matches(entry, wanted)));
  if (unknown !== undefined)
    throw new Error(`Expected one of ${entries.map(({ name }) => name).join(', ')}, but got ${unknown}.`);
  const taken = entries.filter(
    (entry) =>
      (names.length === 0 && !entry.isExtra) || entry.name === OURS || names.some((name) => matches(entry, name)),
  );
  const defaults = { node: newerNode, dialect: contract, env: {}, execArgv: [], prepare: '', isExtra: false };
  return taken.map((entry) => ({ ...defaults, ...entry }));
}
