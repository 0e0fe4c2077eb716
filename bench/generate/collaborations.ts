import { dayAfter, maybeDay } from './dates';
import type { Filling } from './filling';
import type { Places } from './places';
import { Zipf, type Random } from './random';
import { Words } from './words';

const COLLABORATIONS = 200_000;

// The most frequent first.
const KINDS = ['TWINNING', 'PEER_EXCHANGE', 'MEMORANDUM', 'JOINT_PROJECT', 'STUDY_VISIT', 'WORKSHOP', 'MENTORING'];

/** Collaborations of two cities, some of more; a few cities take part in thousands of them. */
export async function fillCollaborations(filling: Filling, { cities }: Places, networks: number[]): Promise<void> {
  const random = filling.random('collaborations');
  const words = new Words(random);
  const ids = await filling.newIds('collaboration', filling.count(COLLABORATIONS));
  const [city, kind] = [new Zipf(random, cities.length, 0.7), new Zipf(random, KINDS.length, 1)];
  const collaborations: (string | number | null)[][] = [];
  const participants: number[][] = [];
  for (const id of ids) {
    const { day, precision } = maybeDay(random);
    const endedOn = day !== null && random.chance(0.3) ? dayAfter(random, day) : null;
    const title = random.chance(0.2) ? words.phrase('en', 4) : null;
    const network = random.chance(0.25) ? random.pick(networks) : null;
    const locale = title === null ? null : 'en';
    const chosen = new Set<number>();
    const wanted = Math.min(participantCount(random), cities.length);
    while (chosen.size < wanted) chosen.add(cities[city.next()]!);
    collaborations.push([
      id, `collaboration-${id}`, KINDS[kind.next()]!, title, locale, network, day, endedOn, precision, chosen.size,
    ]); // prettier-ignore
    for (const cityId of chosen) participants.push([id, cityId]);
  }
  const columns = 'id slug kind title original_locale network_id started_on ended_on date_precision participant_count';
  await filling.copy('collaboration', columns, collaborations);
  await filling.copy('collaboration_participant', 'collaboration_id city_id', participants);
}

/** Mostly two; twelve at most. */
const participantCount = (random: Random): number =>
  random.chance(0.88) ? 2 : 3 + Math.floor(10 * random.next() ** 2);
