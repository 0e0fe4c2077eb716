import { countryCodeOf } from '../country-lookup';
import type { CopyRow } from '../copy';
import type { FileFindings } from '../findings';
import { slugOf } from '../../slug';
import type { GraphItem, GraphNode } from './graph-items';

/** Names of attributes that say something about a city, as they occur. */
const names = {
  name: ['name', 'label', 'city'],
  country: ['country', 'country_code', 'countrycode', 'iso2'],
  population: ['population', 'pop'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  wikidata: ['wikidata', 'wikidata_id', 'wikidataid', 'qid'],
  geonames: ['geonames', 'geonames_id', 'geonamesid', 'geonameid', 'geoname_id'],
};

const WIKIDATA = /(?:^|\/)(Q[1-9]\d*)$/;
const EXPECTED =
  'a city that is known by its identifier: an item of Wikidata (Q84) as the id, or an attribute wikidata or geonames';

/**
 * Nodes as drafts of cities. What the file calls a country is its code or, where none is known by that name, that name.
 */
export async function* nodeDrafts(items: AsyncIterable<GraphItem>, findings: FileFindings): AsyncGenerator<CopyRow> {
  let row = 0;
  for await (const item of items) {
    if (item.kind !== 'node') continue;
    row++;
    const draft = draftOf(item);
    if (draft) yield [row, item.id, ...draft];
    else findings.refuse(row, EXPECTED, item.id, 'id');
  }
}

function draftOf({ id, attributes }: GraphNode): CopyRow | undefined {
  const value = (field: keyof typeof names): string | undefined =>
    names[field].map((name) => attributes.get(name)?.trim()).find((text) => text !== undefined && text !== '');
  const wikidata = WIKIDATA.exec(value('wikidata') ?? id)?.[1];
  const geonames = value('geonames');
  if (wikidata === undefined && geonames === undefined) return undefined;
  const name = value('name');
  const country = value('country');
  const code = country === undefined ? undefined : (countryCodeOf(country) ?? country);
  const numbers = [value('population'), value('latitude'), value('longitude')].map(plainNumber);
  return [slugOf(name ?? ''), name, code, ...numbers, wikidata, geonames];
}

// 8908081.0 is a whole number, and +3.5 a number; what is none stays, for the checks to refuse.
const plainNumber = (text: string | undefined): string | undefined =>
  text === undefined || !Number.isFinite(Number(text)) ? text : String(Number(text));
