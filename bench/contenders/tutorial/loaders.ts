import DataLoader from 'dataloader';
import {
  In,
  type DataSource,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import {
  Adoption,
  City,
  Collaboration,
  Country,
  Initiative,
  Membership,
  Network,
  Solution,
  SolutionTranslation,
} from './entities';

/** Loaders of one request, as the documentation of DataLoader shows them. */
export function createLoaders(source: DataSource) {
  /** Rows by primary key. */
  const byId = <T extends ObjectLiteral & { id: number }>(entity: EntityTarget<T>) =>
    new DataLoader(async (ids: readonly number[]) => {
      const rows = await source.getRepository(entity).findBy({ id: In(ids) } as unknown as FindOptionsWhere<T>);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id)!);
    });

  /** Rows by what they belong to, in order; a page is cut out of them later. */
  const byParent = <T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    parent: keyof T,
    order: FindOptionsOrder<T>,
    where: FindOptionsWhere<T> = {},
  ) =>
    new DataLoader(async (ids: readonly number[]) => {
      const condition = { ...where, [parent]: In(ids) } as FindOptionsWhere<T>;
      return grouped(ids, await source.getRepository(entity).find({ where: condition, order }), (row) => row[parent]);
    });

  const shared = { status: 'PUBLISHED', visibility: 'PUBLIC' };
  const newestFirst = { direction: 'DESC', nulls: 'LAST' } as const;
  return {
    city: byId(City),
    country: byId(Country),
    network: byId(Network),
    initiative: byId(Initiative),
    solutionsOfCity: byParent(Solution, 'cityId', { publishedAt: 'DESC', slug: 'DESC' }, shared),
    adoptionsOfSolution: byParent(Adoption, 'solutionId', { adoptedOn: newestFirst, slug: 'DESC' }),
    translationsOfSolution: byParent(SolutionTranslation, 'solutionId', { locale: 'ASC' }),
    membersOfNetwork: new DataLoader(async (ids: readonly number[]) => {
      const rows = await current(source)
        .innerJoinAndSelect('m.city', 'city')
        .andWhere('m.networkId IN (:...ids)', { ids })
        .orderBy('COALESCE(city.population, -1)', 'DESC')
        .addOrderBy('city.slug', 'DESC')
        .getMany();
      return grouped(ids, rows, ({ networkId }) => networkId).map((own) => own.map(({ city }) => city));
    }),
    membershipsOfCity: new DataLoader(async (ids: readonly number[]) => {
      const rows = await current(source)
        .innerJoinAndSelect('m.network', 'network')
        .andWhere('m.cityId IN (:...ids)', { ids })
        .orderBy('m.startedOn', 'DESC', 'NULLS LAST')
        .addOrderBy('m.slug', 'DESC')
        .getMany();
      return grouped(ids, rows, ({ cityId }) => cityId);
    }),
    networksOfSolution: new DataLoader(async (ids: readonly number[]) => {
      const rows = await source.getRepository(Solution).find({ where: { id: In(ids) }, relations: { networks: true } });
      const found = new Map(rows.map(({ id, networks }) => [id, networks]));
      return ids.map((id) => found.get(id) ?? []);
    }),
    participants: new DataLoader(async (ids: readonly number[]) => {
      const rows = await source
        .getRepository(Collaboration)
        .createQueryBuilder('collaboration')
        .leftJoinAndSelect('collaboration.participants', 'city')
        .whereInIds(ids)
        .orderBy('city.foldedName')
        .addOrderBy('city.slug')
        .getMany();
      const found = new Map(rows.map(({ id, participants }) => [id, participants]));
      return ids.map((id) => found.get(id) ?? []);
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Memberships of today. */
const current = (source: DataSource) =>
  source.getRepository(Membership).createQueryBuilder('m')
    .where('(m.startedOn IS NULL OR m.startedOn <= :today)')
    .andWhere('CASE WHEN m.endedOn IS NULL THEN m.ongoing IS DISTINCT FROM false ELSE :today < m.endedOn END')
    .setParameter('today', new Date().toISOString().slice(0, 10)); // prettier-ignore

function grouped<T>(ids: readonly number[], rows: T[], parent: (row: T) => number): T[][] {
  const groups = new Map<number, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(parent(row))!.push(row);
  return ids.map((id) => groups.get(id)!);
}
