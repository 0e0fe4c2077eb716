// `npm run dev`: compiles what changes, restarts the server with it, and serves the explorer from its sources.
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
const explorer = [...tool('vite/bin/vite.js'), 'web', '--clearScreen=false'];
const env = { ...process.env, INTERURBAN_URL: `http://127.0.0.1:${process.env.PORT || 4000}` };
const children = [compiler, server, explorer].map(([command, ...args]) =>
  spawn(command, args, { cwd: root, stdio: 'inherit', env }),
);

// One Ctrl-C reaches all of us. We end last, and take along whoever remains.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
for (const child of children) child.once('exit', () => stop('SIGTERM'));

function stop(signal) {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}
