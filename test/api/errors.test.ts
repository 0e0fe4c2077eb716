import { useWorld } from '../support/world';

const world = useWorld({ statementTimeout: 1_000 });

beforeEach(() => {
  world.log.length = 0;
});

/** Runs `action` while a table is called something else: a fault of ours that no code foresees. */
async function withoutTable<T>(table: string, action: () => Promise<T>): Promise<T> {
  await world.sql(`ALTER TABLE ${table} RENAME TO gone`);
  try {
    return await action();
  } finally {
    await world.sql(`ALTER TABLE gone RENAME TO ${table}`);
  }
}

describe('errors that nobody foresaw', () => {
  test('are masked, and the log has what they hide under the same id', async () => {
    const { data, errors } = await withoutTable('city', () => world.execute('{ city(slug: "paris") { name } }'));
    expect(data).toEqual({ city: null });
    expect(errors).toHaveLength(1);
    const { message, path, extensions } = errors![0]!;
    const errorId = extensions?.['errorId'] as string;
    expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(message).toBe(`Something went wrong on the server. Its log has the details under ${errorId}.`);
    expect(path).toEqual(['city']);
    expect(JSON.stringify(errors)).not.toMatch(/relation|SELECT|stack|\.ts|pg/);
    expect(world.log).toMatchObject([{ errorId, path: ['city'], err: { code: '42P01', stack: expect.any(String) } }]);
  });

  test('leave the rest of an answer', async () => {
    const document =
      '{ city(slug: "paris") { name solutions { nodes { title } } } networks(first: 1) { nodes { slug } } }';
    const { data, errors } = await withoutTable('solution', () => world.execute(document));
    expect(data).toEqual({ city: { name: 'Paris', solutions: null }, networks: { nodes: [{ slug: 'air-sensors' }] } });
    expect(errors).toMatchObject([{ path: ['city', 'solutions'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  test('are masked also where GraphQL itself finds them: a null where the schema promises none', async () => {
    await world.sql('ALTER TABLE city DROP CONSTRAINT city_country_id_fkey');
    await world.sql(`DELETE FROM country WHERE code = 'KE'`);
    const errors = await world.fail('{ city(slug: "nairobi") { name country { code } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) } }]);
    expect(errors[0]?.message).not.toMatch(/null|City/);
    expect(world.log).toMatchObject([{ errorId: errors[0]?.extensions?.['errorId'] }]);
  });

  test('at many places at once are each told, and nothing is left to hang', async () => {
    const document = `{ cities { nodes { slug networks { totalCount nodes { slug } } } } search(text: "x") {
      totalCount nodes {
        __typename } } }`;
    const { errors } = await withoutTable('network', () => world.execute(document));
    expect(errors).toHaveLength(19);
    // The server goes on.
    expect(await world.ask(document)).toMatchObject({ cities: { nodes: { length: 18 } } });
  });
});

describe('errors that the caller can mend', () => {
  test.each([
    ['a document that is none', '{ cities { ', 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', '', 'BAD_REQUEST'],
    ['an unknown field', '{ cities { nodes { mayor } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown enum value', '{ cities(orderBy: { field: MAYOR }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing argument', '{ search { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', 'query ($t: String!) { search(text: $t) { totalCount } }', 'BAD_USER_INPUT'],
    ['a country that is none', '{ country(code: "xx1") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a cursor', '{ cities(after: "x") { totalCount } }', 'INVALID_CURSOR'],
  ])('%s', async (_what, document, code) => {
    expect(await world.fail(document)).toMatchObject([{ extensions: { code } }]);
    expect(world.log).toEqual([]);
  });

  test('an enum value that is none, in a variable', async () => {
    const document = 'query ($f: CityOrderField!) { cities(orderBy: { field: $f }) { totalCount } }';
    const errors = await world.fail(document, { variables: { f: 'MAYOR' } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('null for a variable whose default hides that it must have a value', async () => {
    for (const document of [
      'query ($t: String = "x") { search(text: $t) { totalCount } }',
      'query ($t: CountryCode = "KE") { country(code: $t) { name } }',
    ]) {
      const errors = await world.fail(document, { variables: { t: null } });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('they come without a stack', async () => {
    const errors = await world.fail('{ cities(first: 500) { totalCount } }');
    expect(Object.keys(errors[0]!.extensions!)).toEqual(['code']);
  });
});

test('a statement that takes longer than the server allows', async () => {
  const holder = await world.database.pool.connect();
  try {
    await holder.query('BEGIN; LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
    const { data, errors } = await world.execute('{ networks { nodes { slug } } cities(first: 1) { nodes { slug } } }');
    expect(data).toEqual({ networks: null, cities: { nodes: [{ slug: 'accra' }] } });
    expect(errors).toMatchObject([{ path: ['networks'], extensions: { code: 'TIMEOUT' } }]);
    expect(errors![0]!.message).toMatch(/^networks took longer .* a smaller page/);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  expect(await world.ask('{ networks(first: 1) { nodes { slug } } }')).toMatchObject({
    networks: { nodes: { length: 1 } },
  });
});
