import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableOrderBy, orderByAscDesc } from 'postgraphile/utils';
import { pool, report } from '../host.mjs';

// PostGraphile 5 with the preset that it recommends, without its page and its watching for changes. One list has the order that our
// API gives it, by the index that is there; others have it of themselves.

const solution = { schemaName: 'public', tableName: 'solution' };
const plugins = [
  addPgTableOrderBy(solution, ({ sql }) =>
    orderByAscDesc('SHARED_AT', {
      attribute: 'published_at',
      callback: (moment, codec) => [sql`coalesce(${moment}, '-infinity')`, codec, false],
    }),
  ),
];
const preset = {
  extends: [PostGraphileAmberPreset],
  plugins,
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafserv: { graphiql: false, watch: false, graphqlPath: '/graphql' },
  grafast: { explain: false },
};
const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => report(`http://127.0.0.1:${server.address().port}`));
