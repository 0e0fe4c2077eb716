// `npm run dev`: compiles what changes, and restarts the server with it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ensure, main, serverStamp } from './ensure.mjs';
import { root, tool } from './run.mjs';

await main(ensure);
rmSync(serverStamp); // From now on dist/ is what the compiler last wrote.

const compiler = [
  ...tool('typescript/bin/tsc'),
  '--project',
  'tsconfig.build.json',
  '--watch',
  '--preserveWatchOutput',
];
const server = [process.execPath, '--watch', 'bin/interurban.mjs', 'serve'];
const children = [compiler, server].map(([command, ...args]) => spawn(command, args, { cwd: root, stdio: 'inherit' }));

// One Ctrl-C reaches all of us. We end last, and take along whoever remains.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
for (const child of children) child.once('exit', () => stop('SIGTERM'));

function stop(signal) {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}
