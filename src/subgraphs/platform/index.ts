export { nodeReads, NodeResolver } from './node-resolver';
export { SearchResolver } from './search-resolver';
