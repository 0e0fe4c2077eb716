import { useLiveWorld } from '../support/live-world';
import { RawSocket } from '../support/sockets';
import { holdLock } from '../writing/waiting';

const world = useLiveWorld(undefined, { statementTimeout: 1000 });

test('a subscription whose filter takes too long ends, and says from where to go on', async () => {
  await world.share({ slug: 'slow', networks: ['cool-cities'] });
  await world.cursor(); // What was shared is past, and not told.
  const socket = await RawSocket.connect(world.url);
  socket.subscribe(
    '1',
    'subscription { solutionShared(filter: { network: { slug: { eq: "cool-cities" } } }) { solution { slug } } }',
  );
  await socket.begun('1');
  const lock = await holdLock(world.http.world, 'LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
  await world.announce('SOLUTION_SHARED', 'Solution', 'slow');
  const { type, payload } = await socket.next('1');
  await lock.release();
  expect({ type, payload }).toMatchObject({
    type: 'error',
    payload: [{ message: expect.stringMatching(/fewer conditions/), extensions: { code: 'TIMEOUT' } }],
  });
  const { cursor } = payload[0].extensions;
  socket.subscribe(
    '2',
    'subscription ($after: String) { solutionShared(after: $after, filter: { network: { slug: { eq: "cool-cities" } } }) { solution { slug } } }',
    { after: cursor },
  );
  expect((await socket.next('2')).payload.data.solutionShared.solution).toEqual({ slug: 'slow' });
  socket.close();
});
