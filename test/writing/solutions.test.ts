import type { Viewer } from '../../src/access/viewer';
import { useWorld, type Json } from '../support/world';
import { aSolution, cityId, Desk, networkId, solutionId, type Told } from './desk';

const world = useWorld();
const desk = new Desk(world);

let london: Viewer;
let quito: Viewer;
beforeAll(async () => {
  london = await desk.practitioner('london');
  quito = await desk.practitioner('quito');
});
beforeEach(() => desk.told());

const types = (events: Told[]): string[] => events.map(({ type }) => type);
const slugs = ({ nodes }: Json): string[] => nodes.map(({ slug }: { slug: string }) => slug);

/** What it was before each change, the latest first. */
async function revisions(slug: string, viewer: Viewer | null): Promise<Json[]> {
  const data = await world.ask(
    `{ solution(slug: "${slug}") { revisions { locale revisedBy changes { field before } } } }`,
    { viewer },
  );
  return data.solution.revisions;
}

describe('sharing', () => {
  test('a solution, with all that there is to it', async () => {
    const body = '## How\r\n'.replace('\r', '') + '\n\t- cloth\n\n*“Ombre”*, 影, 🌞 <script>alert(1)</script>  \n';
    const input = aSolution('london', {
      body,
      visibility: 'MEMBERS',
      networkIds: [networkId('cool-cities'), networkId('air-sensors'), networkId('cool-cities')],
      links: ['https://example.org/shade', 'HTTP://Example.org', 'https://example.org/shade'],
      locale: 'EN-gb',
    });
    const solution = await desk.done('shareSolution', input, london);
    expect(solution).toMatchObject({
      slug: 'shade-on-bus-stops-london',
      title: 'Shade on bus stops',
      summary: 'Sails of cloth keep those who wait out of the sun.',
      originalLocale: 'en-GB',
      sector: 'ADAPTATION',
      status: 'PUBLISHED',
      visibility: 'MEMBERS',
      links: ['https://example.org/shade', 'http://example.org/'],
      city: { slug: 'london' },
      networks: { nodes: [{ slug: 'air-sensors' }, { slug: 'cool-cities' }] },
    });
    expect(solution.body).toBe(body);
    expect(Math.abs(Date.now() - Date.parse(solution.publishedAt))).toBeLessThan(60_000);
    expect(await desk.told()).toEqual([
      {
        type: 'SOLUTION_SHARED',
        subject: 'Solution shade-on-bus-stops-london',
        actor: 'https://login.example.org somebody',
      },
    ]);
    expect(await world.ask(`{ solution(id: "${solution.id}") { slug } }`)).toEqual({ solution: null });
  });

  test('without more than it needs, it is public and shared in no network', async () => {
    const solution = await desk.done('shareSolution', aSolution('london', { title: 'Fountains' }), london);
    expect(solution).toMatchObject({ body: null, visibility: 'PUBLIC', links: [], networks: { nodes: [] } });
    expect(await world.ask(`{ solution(id: "${solution.id}") { title } }`)).toEqual({
      solution: { title: 'Fountains' },
    });
  });

  test('an empty body is none', async () => {
    expect((await desk.done('shareSolution', aSolution('london', { body: '' }), london)).body).toBeNull();
  });
});

describe('slugs', () => {
  const slugOf = async (title: string, viewer = london, city = 'london'): Promise<string> =>
    (await desk.done('shareSolution', aSolution(city, { title }), viewer)).slug;

  test('are made of the title and the city', async () => {
    expect(await slugOf('Ciclovía & Straße: Łódź’s way!', quito, 'quito')).toBe('ciclovia-strasse-lodzs-way-quito');
  });

  test('have a random ending where there is one already, and tell nothing of how many', async () => {
    const [first, second, third] = [await slugOf('Same'), await slugOf('Same'), await slugOf('Same!')];
    expect(first).toBe('same-london');
    for (const slug of [second, third]) expect(slug).toMatch(/^same-london-[a-z0-9]{6}$/);
    expect(second).not.toBe(third);
  });

  test.each(['海绵城市', '🚲🚲', 'Москва', '— … —'])(
    'are of the kind and the city where the title has no Latin letter: %s',
    async (title) => {
      expect(await slugOf(title)).toMatch(/^solution-london(-[a-z0-9]{6})?$/);
    },
  );

  test('are of 70 characters at most', async () => {
    const title = 'A very long title of a solution that goes on and on, and then goes on for a good while more';
    const all = [await slugOf(title), await slugOf(title)];
    expect(all[0]).toBe('a-very-long-title-of-a-solution-that-goes-on-and-on-and-london');
    expect(all.every((slug) => slug.length <= 70 && !slug.includes('--'))).toBe(true);
  });

  test('stay when the title changes', async () => {
    const slug = await slugOf('Before');
    const { slug: after } = await desk.done('reviseSolution', { solutionId: solutionId(slug), title: 'After' }, london);
    expect(after).toBe(slug);
  });
});

describe('a draft', () => {
  test('is told to nobody, whatever is done to it, until it is published', async () => {
    const draft = await desk.done('shareSolution', aSolution('london', { title: 'Pumps', draft: true }), london);
    expect(draft).toMatchObject({ status: 'DRAFT', publishedAt: null });
    await desk.done('reviseSolution', { solutionId: draft.id, sector: 'WATER', visibility: 'PUBLIC' }, london);
    expect(await desk.told()).toEqual([]);
    for (const viewer of [null, quito])
      expect(await world.ask(`{ solution(id: "${draft.id}") { id } }`, { viewer })).toEqual({ solution: null });
    const published = await desk.done('publishSolution', { solutionId: draft.id }, london);
    expect(published).toMatchObject({ status: 'PUBLISHED', slug: 'pumps-london', sector: 'WATER' });
    expect(published.publishedAt).not.toBeNull();
    expect(await desk.told()).toMatchObject([{ type: 'SOLUTION_SHARED', subject: 'Solution pumps-london' }]);
    expect(await desk.refused('publishSolution', { solutionId: draft.id }, london)).toEqual(['CONFLICT solutionId']);
    expect(await desk.told()).toEqual([]);
  });

  test('cannot be withdrawn, and what is withdrawn cannot be changed, published or withdrawn', async () => {
    const draft = await desk.done('shareSolution', aSolution('london', { draft: true }), london);
    const withdrawal = { solutionId: draft.id, reason: 'A mistake.' };
    expect(await desk.refused('withdrawSolution', withdrawal, london)).toEqual(['CONFLICT solutionId']);
    await desk.done('publishSolution', { solutionId: draft.id }, london);
    await desk.done('withdrawSolution', withdrawal, london);
    await desk.told();
    expect(await desk.refused('withdrawSolution', withdrawal, london)).toEqual(['CONFLICT solutionId']);
    expect(await desk.refused('publishSolution', { solutionId: draft.id }, london)).toEqual(['CONFLICT solutionId']);
    expect(await desk.refused('reviseSolution', { solutionId: draft.id, title: 'x' }, london)).toEqual([
      'CONFLICT solutionId',
    ]);
    expect(await desk.told()).toEqual([]);
  });
});

describe('revising', () => {
  const slug = 'congestion-charge-london';
  const revise = (input: object): Promise<Json> =>
    desk.done('reviseSolution', { solutionId: solutionId(slug), ...input }, london);

  test('changes what is given, and keeps what it was', async () => {
    const solution = await revise({
      title: 'Congestion charging',
      body: 'Since **2003**.',
      links: [],
      networkIds: [networkId('air-sensors')],
      sector: 'TRANSPORT',
    });
    expect(solution).toMatchObject({
      title: 'Congestion charging',
      summary: 'Drivers pay to enter the centre and the money runs buses.',
      body: 'Since **2003**.',
      links: [],
      networks: { nodes: [{ slug: 'air-sensors' }] },
    });
    expect(await desk.told()).toMatchObject([{ type: 'SOLUTION_REVISED', subject: `Solution ${slug}` }]);
    const [latest] = await revisions(slug, london);
    expect(latest).toMatchObject({ locale: 'en', revisedBy: 'https://login.example.org somebody' });
    expect(latest.changes).toHaveLength(4);
    expect(latest.changes).toEqual(
      expect.arrayContaining([
        { field: 'title', before: ['Congestion charge'] },
        { field: 'body', before: [] },
        { field: 'links', before: ['https://example.org/charge'] },
        { field: 'networks', before: ['zero-emission-vehicles'] },
      ]),
    );
    await revise({ body: '' });
    expect((await revisions(slug, london))[0].changes).toEqual([{ field: 'body', before: ['Since **2003**.'] }]);
  });

  test('what changes nothing tells nothing', async () => {
    const before = await revisions(slug, london);
    const input = {
      title: 'Congestion charging',
      sector: 'TRANSPORT',
      links: [],
      networkIds: [networkId('air-sensors')],
    };
    await revise(input);
    await revise({ title: null, body: null, networkIds: null, links: null, visibility: null, sector: null });
    await revise({ locale: 'en', body: '' });
    expect(await desk.told()).toEqual([]);
    expect(await revisions(slug, london)).toEqual(before);
  });

  test('in another language translates, and the original stays', async () => {
    const french = { locale: 'FR', title: 'Péage urbain', summary: 'Les voitures paient.' };
    expect((await revise(french)).title).toBe('Congestion charging');
    await revise({ locale: 'fr', body: 'Depuis 2003.', sector: 'AIR_QUALITY' });
    const { solution } = await world.ask(`{ solution(slug: "${slug}") {
      title(locale: "fr") summary(locale: "fr") body(locale: "fr") contentLocale(locale: "fr") original: title sector } }`);
    expect(solution).toEqual({
      title: 'Péage urbain',
      summary: 'Les voitures paient.',
      body: 'Depuis 2003.',
      contentLocale: 'fr',
      original: 'Congestion charging',
      sector: 'AIR_QUALITY',
    });
    const [second, first] = await revisions(slug, london);
    expect(first).toMatchObject({
      locale: 'fr',
      changes: [{ field: 'title', before: [] }, { field: 'summary', before: [] }], // prettier-ignore
    });
    expect(second.locale).toBe('fr');
    expect(types(await desk.told())).toEqual(['SOLUTION_REVISED', 'SOLUTION_REVISED']);
  });

  test('a new translation begins with title and summary', async () => {
    const input = { solutionId: solutionId(slug), locale: 'pt-br', body: 'Desde 2003.' };
    expect(await desk.refused('reviseSolution', input, london)).toEqual(['INVALID title', 'INVALID summary']);
  });

  test('is for its own city to look back at, and for admins', async () => {
    const history = await revisions(slug, london);
    expect(history.length).toBeGreaterThan(3);
    expect(await revisions(slug, await desk.admin())).toEqual(history);
    for (const viewer of [null, quito, await desk.manager('air-sensors'), await desk.viewer([], { city: 'london' })])
      expect(await revisions(slug, viewer)).toEqual([]);
  });

  test('as many as asked for, the latest first', async () => {
    const ask = (first: number) =>
      world.execute(`{ solution(slug: "${slug}") { revisions(first: ${first}) { revisedAt } } }`, { viewer: london });
    const { data } = await ask(100);
    const moments = data.solution.revisions.map(({ revisedAt }: Json) => revisedAt as string);
    expect(moments).toEqual([...moments].sort().reverse());
    expect((await ask(2)).data.solution.revisions.map(({ revisedAt }: Json) => revisedAt)).toEqual(moments.slice(0, 2));
    for (const first of [0, 101]) expect((await ask(first)).errors?.[0]?.extensions?.['code']).toBe('INVALID_PAGE');
  });
});

describe('who may see it, revised', () => {
  const share = async (more: object): Promise<Json> => {
    const solution = await desk.done('shareSolution', aSolution('london', more), london);
    await desk.told();
    return solution;
  };
  const told = async (id: string, input: object): Promise<string[]> => {
    await desk.done('reviseSolution', { solutionId: id, ...input }, london);
    return types(await desk.told());
  };
  const both = ['SOLUTION_REVISED', 'SOLUTION_SHARED'];
  const members = { visibility: 'MEMBERS', networkIds: [networkId('cool-cities')] };

  test('made public, it is shared anew', async () => {
    const { id } = await share(members);
    expect(await world.ask(`{ solution(id: "${id}") { id } }`)).toEqual({ solution: null });
    expect(await told(id, { visibility: 'PUBLIC' })).toEqual(both);
    expect(await world.ask(`{ solution(id: "${id}") { id } }`)).toEqual({ solution: { id } });
  });

  test('in a further network, what is for members is shared anew', async () => {
    const { id } = await share(members);
    expect(await told(id, { networkIds: [networkId('cool-cities'), networkId('food-systems')] })).toEqual(both);
    expect(await told(id, { networkIds: [networkId('food-systems')] })).toEqual(['SOLUTION_REVISED']);
  });

  test('for fewer, or public in a further network, it is revised', async () => {
    const { id } = await share({});
    expect(await told(id, { networkIds: [networkId('food-systems')] })).toEqual(['SOLUTION_REVISED']);
    expect(await told(id, { visibility: 'MEMBERS' })).toEqual(['SOLUTION_REVISED']);
    expect(await world.ask(`{ solution(id: "${id}") { id } }`)).toEqual({ solution: null });
  });
});

describe('withdrawing', () => {
  test('keeps the solution, its adoptions and the reason', async () => {
    const reason = 'The sails tore in the *first* storm.';
    const id = solutionId('metro-quito');
    const solution = await desk.done('withdrawSolution', { solutionId: id, reason }, quito);
    expect(solution).toMatchObject({ status: 'WITHDRAWN', withdrawnReason: reason });
    expect(Math.abs(Date.now() - Date.parse(solution.withdrawnAt))).toBeLessThan(60_000);
    expect(await desk.told()).toMatchObject([{ type: 'SOLUTION_WITHDRAWN', subject: 'Solution metro-quito' }]);
    const data = await world.ask(`{ solution(id: "${id}") { withdrawnReason }
      city(slug: "quito") { solutions { nodes { slug } } } }`);
    expect(data.solution).toEqual({ withdrawnReason: reason });
    expect(slugs(data.city.solutions)).not.toContain('metro-quito');
    expect(await revisions('metro-quito', quito)).toMatchObject([
      { changes: [{ field: 'status', before: ['PUBLISHED'] }] },
    ]);
  });

  test('says nothing of reasons for what is not withdrawn', async () => {
    const { solution } = await world.ask('{ solution(slug: "green-roofs-tokyo") { withdrawnAt withdrawnReason } }');
    expect(solution).toEqual({ withdrawnAt: null, withdrawnReason: null });
  });

  test('an admin does it for a city', async () => {
    const input = { solutionId: solutionId('cool-roofs-new-york'), reason: 'At the city’s wish.' };
    await desk.done('withdrawSolution', input, await desk.viewer(['ADMIN'], { subject: 'admin' }));
    expect(await desk.told()).toMatchObject([{ actor: 'https://login.example.org admin' }]);
  });
});

test('another city’s id is not taken for one’s own', async () => {
  expect(await desk.refused('shareSolution', aSolution('london', { cityId: cityId('paris') }), london)).toEqual([
    'FORBIDDEN cityId',
  ]);
});
