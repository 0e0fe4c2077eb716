// `npm start`: from a fresh clone to a running server, in this terminal and in this process, so that signals reach it.
import { ensure, main } from './ensure.mjs';

await main(ensure);
process.argv.splice(1, 1, 'interurban', 'serve');
await import('../bin/interurban.mjs');
