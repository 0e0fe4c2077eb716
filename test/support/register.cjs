// Lets plain Node run the TypeScript sources, as `node --require`: for the programs that tests start.
const path = require('node:path');
const { transformFileSync } = require('@swc/core');

const configFile = path.resolve(__dirname, '../../.swcrc');

// The one hook that CommonJS has for other kinds of files; called deprecated for long, and without a successor here.
require.extensions['.ts'] = (module, filename) => {
  module._compile(transformFileSync(filename, { configFile }).code, filename);
};
