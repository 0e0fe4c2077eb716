import { useWorld } from '../support/world';
import { PostOffice } from './post-office';
import { useReceiver } from './receiver';

const world = useWorld();
const receiver = useReceiver();
const office = new PostOffice(world);

test('a webhook that has not got what is no longer kept is disabled; resumed, it goes on with what is', async () => {
  const reader = await office.desk.practitioner('tokyo');
  const london = await office.desk.practitioner('london');
  office.prepare();
  const { id } = await office.registered(reader, receiver.url);
  await office.share(london, 'Forgotten');
  await world.sql('SELECT number_events(1000)');
  await world.sql(`SELECT prune_events(now() + interval '1 day', 1000)`);
  await office.share(london, 'Kept');
  // A process that begins now knows nothing of what was.
  await world.services.log.start();
  office.open();
  try {
    const state = () => world.sql<{ reason: string | null }>('SELECT disabled_reason AS reason FROM webhook');
    while ((await state())[0]!.reason === null);
    expect((await state())[0]!.reason).toMatch('no longer kept');
    const resume = `mutation ($id: ID!) { resumeWebhook(input: { webhookId: $id }) { userErrors { code } } }`;
    await world.ask(resume, { viewer: reader, variables: { id } });
    const [message] = await receiver.until(1);
    expect(JSON.parse(message!.body).data.solutionShared.solution.title).toBe('Kept');
  } finally {
    await office.close();
  }
});
