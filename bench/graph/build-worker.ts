import { parentPort, workerData } from 'node:worker_threads';
import { graphOfRecords } from '../../src/insights/graph/build';
import { type GraphFile, readRandomGraph } from './random-graph';

const { records } = readRandomGraph(workerData as GraphFile);
parentPort!.once('message', () => parentPort!.postMessage(graphOfRecords(records)));
parentPort!.postMessage('ready');
