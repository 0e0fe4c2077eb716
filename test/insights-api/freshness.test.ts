import { once } from 'node:events';
import EventEmitter from 'node:events';
import { toGlobalId } from '../../src/graphql/global-id';
import { ADMIN, viewerOf } from '../access/cast';
import { useWorld } from '../support/world';

const world = useWorld({ followsLog: true });

test('a collaboration that is recorded is in the graph, and the version before is held', async () => {
  const { graph: before } = await world.ask('{ graph { version linkCount digest } }');
  const readings = new EventEmitter();
  const { graphs } = world.services;
  const refresh = graphs.refresh.bind(graphs);
  graphs.refresh = () => refresh().then(() => void readings.emit('read'));
  const read = once(readings, 'read');
  const ids = ['mombasa', 'suva'].map((slug) => `"${toGlobalId('City', slug)}"`);
  const { recordCollaboration } = await world.ask(
    `mutation { recordCollaboration(input: { kind: WORKSHOP, participantIds: [${ids.join()}] }) { userErrors { message } } }`,
    { viewer: await viewerOf(ADMIN, world) },
  );
  expect(recordCollaboration.userErrors).toEqual([]);
  await read;
  const { graph: after } = await world.ask('{ graph { version linkCount digest } }');
  expect(after.linkCount).toBe(Number(before.linkCount) + 1);
  expect(Number(after.version)).toBeGreaterThan(Number(before.version));
  const { graph: again } = await world.ask(`{ graph(version: "${before.version}") { version linkCount digest } }`);
  expect(again).toEqual(before);
});
