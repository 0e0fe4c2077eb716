import { useWorld, type Json } from '../support/world';

const world = useWorld();

const slugs = (connection: Json): string[] => connection.nodes.map(({ slug }: { slug: string }) => slug);

describe('members on a day: periods are half-open, an unknown beginning or end counts as open', () => {
  test.each([
    ['2000-01-01', ['sao-paulo']],
    ['2012-01-31', ['sao-paulo']],
    ['2012-02-01', ['new-york', 'sao-paulo', 'tokyo']],
    ['2015-12-31', ['accra', 'copenhagen', 'new-york', 'sao-paulo', 'tokyo']],
    ['2016-01-01', ['accra', 'copenhagen', 'new-york', 'paris', 'sao-paulo', 'tokyo']],
    ['2099-12-31', ['accra', 'copenhagen', 'nairobi', 'new-york', 'paris', 'sao-paulo', 'tokyo']],
    ['2100-01-01', ['accra', 'london', 'nairobi', 'new-york', 'paris', 'sao-paulo', 'tokyo']],
  ])('%s', async (asOf, expected) => {
    const document = `query ($d: LocalDate) { network(slug: "cool-cities") {
      members(asOf: $d) { totalCount nodes { slug networks(asOf: $d, filter: { slug: { eq: "cool-cities" } }) {
        totalCount } } } } }`;
    const { members } = (await world.ask(document, { variables: { d: asOf } })).network;
    expect(slugs(members)).toEqual(expected);
    expect(members.totalCount).toBe(expected.length);
    // From the city's side it is the same.
    expect(members.nodes.every((city: Json) => city.networks.totalCount === 1)).toBe(true);
  });

  test('left out, it is today', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const data = await world.ask(
      `query ($d: LocalDate) { network(slug: "cool-cities") {
        today: members { nodes { slug } } null: members(asOf: null) { nodes { slug } } day: members(asOf: $d) {
          nodes { slug } } } }`,
      { variables: { d: today } },
    );
    expect(data.network.today).toEqual(data.network.day);
    expect(data.network.null).toEqual(data.network.day);
    // Known to have ended, nobody knows when.
    expect(slugs(data.network.today)).not.toContain('bogota');
  });

  test('the role is that of the day', async () => {
    const data = await world.ask(`{ network(slug: "cool-cities") {
      then: members(asOf: "2015-12-31", filter: { name: { in: ["New York", "Tokyo"] } }) { edges { role since
        node { slug } } }
      now: members(filter: { name: { in: ["New York", "Tokyo"] } }) { edges { role since node { slug } } } } }`);
    expect(data.network.then.edges).toEqual([
      { role: 'MEMBER', since: '2012-02-01', node: { slug: 'new-york' } },
      { role: 'LEAD', since: '2012-02-01', node: { slug: 'tokyo' } },
    ]);
    expect(data.network.now.edges).toEqual([
      { role: 'LEAD', since: '2016-01-01', node: { slug: 'new-york' } },
      { role: 'MEMBER', since: '2016-01-01', node: { slug: 'tokyo' } },
    ]);
  });
});

test('whether a membership is current: null only where its end is not known', async () => {
  const data = await world.ask(`{ cities { nodes { memberships(includeEnded: true) { nodes { id current } } } } }`);
  const memberships = data.cities.nodes.flatMap((city: Json) => city.memberships.nodes);
  const current = Object.fromEntries(
    memberships.map(({ id, current }: Json) => [
      Buffer.from(id, 'base64url').toString().slice('Membership:'.length),
      current,
    ]),
  );
  expect(current).toMatchObject({
    'accra-waste': true, // Goes on, since when is unknown.
    'bogota-bus-lanes': false, // Has an end, which has passed.
    'bogota-cool-cities': false, // Known to have ended.
    'copenhagen-cool-cities': true, // Has an end to come.
    'london-cool-cities': false, // Begins later.
    'nairobi-cool-cities': null, // Began; whether it goes on is unknown.
    'sao-paulo-cool-cities': null, // Nothing is known.
  });
});

test('lead cities of a day, leads ahead of co-leads', async () => {
  const data = await world.ask(`{
    cool: network(slug: "cool-cities") { early: leadCities(asOf: "2011-01-01") { slug }
      then: leadCities(asOf: "2015-12-31") { slug } now: leadCities { slug } }
    zev: network(slug: "zero-emission-vehicles") { leadCities { slug } }
    bus: network(slug: "bus-lanes") { last: leadCities(asOf: "2015-06-30") { slug }
      ended: leadCities(asOf: "2015-07-01") { slug } } }`);
  expect(data).toEqual({
    cool: { early: [], then: [{ slug: 'tokyo' }], now: [{ slug: 'new-york' }, { slug: 'paris' }] },
    zev: { leadCities: [{ slug: 'london' }, { slug: 'los-angeles' }] },
    bus: { last: [{ slug: 'bogota' }, { slug: 'mexico-city' }], ended: [] },
  });
});

describe('the name of a network on a day', () => {
  test.each([
    ['zero-emission-vehicles', '2008-12-31', 'Zero Emission Vehicles'], // No name is known for that day.
    ['zero-emission-vehicles', '2009-01-01', 'Electric Vehicles'],
    ['zero-emission-vehicles', '2012-12-31', 'Electric Vehicles'],
    ['zero-emission-vehicles', '2013-01-01', 'Low Emission Vehicles'],
    ['zero-emission-vehicles', '2018-05-31', 'Low Emission Vehicles'],
    ['zero-emission-vehicles', '2018-06-01', 'Zero Emission Vehicles'],
    ['water-security', '1990-01-01', 'Urban Wells'], // Since when is unknown.
    ['water-security', '2011-05-01', 'Water Security'],
  ])('%s on %s: %s', async (slug, asOf, name) => {
    const data = await world.ask('query ($s: String, $d: LocalDate) { network(slug: $s) { name(asOf: $d) } }', {
      variables: { s: slug, d: asOf },
    });
    expect(data.network.name).toBe(name);
  });

  test('several days and languages in one operation', async () => {
    const data = await world.ask(`{ networks(filter: { slug: { eq: "zero-emission-vehicles" } }) { nodes {
      name(locale: "es") first: name(asOf: "2010-01-01") second: name(asOf: "2014-01-01", locale: "es")
      today: name } } }`);
    expect(data.networks.nodes).toEqual([
      {
        name: 'Vehículos de Cero Emisiones',
        first: 'Electric Vehicles',
        second: 'Low Emission Vehicles',
        today: 'Zero Emission Vehicles',
      },
    ]);
  });
});

test('signatures hold until they are withdrawn', async () => {
  const data = await world.ask(`{ collectiveAction(slug: "clean-air-pledge") {
    before: signatures(asOf: "2019-10-10") { totalCount }
    first: signatures(asOf: "2019-10-11") { totalCount }
    last: signatures(asOf: "2021-12-31") { totalCount }
    withdrawn: signatures(asOf: "2022-01-01") { totalCount }
    today: signatures { totalCount } }
    city(slug: "bogota") { signatures { nodes { withdrawnOn } } } }`);
  const counts = Object.values(data.collectiveAction).map((connection) => (connection as Json).totalCount);
  expect(counts).toEqual([1, 3, 4, 3, 3]);
  // A city's own list tells its history.
  expect(data.city.signatures.nodes).toEqual([{ withdrawnOn: '2022-01-01' }]);
});
