// `npm start`: from a fresh clone to a running server, in this terminal and in this process, so that signals reach it.
import { ensure, main } from './ensure.mjs';

await main(ensure);
if (process.env.npm_lifecycle_event === 'start') stopWithParent();
process.argv.splice(1, 1, 'interurban', 'serve');
await import('../bin/interurban.mjs');

/** npm runs us in a shell. A signal to npm alone ends that shell and not us, so we stop when it is gone. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
