import { element, Xml } from '../../xml';
import type {
  Figure,
  MemberRegion,
  Sheet,
  SheetActivity,
  SheetLabels,
  SheetSolution,
  SheetSource,
  SheetText,
} from '../sheet';

/** Where the pages’ stylesheet is. */
export const STYLESHEET_PATH = '/fact-sheets/sheet.css';

type Content = readonly (Xml | string)[];

/** An element with a class. */
const styled = (name: string, className: string, ...content: Content): Xml =>
  element(name, { class: className }, ...content);

const link = (href: string, ...content: Content): Xml => element('a', { href }, ...content);

/** A text that carries its own language where that is another one than the sheet’s, and says so. */
const said = ({ text, lang, mark }: SheetText): Content =>
  lang === undefined ? [text] : [element('span', { lang }, text), ' ', styled('small', 'mark', `[${mark ?? lang}]`)];

/** Numbers that lead to the list of sources. */
const cites = (sources: readonly number[]): Content =>
  sources.length === 0
    ? []
    : [styled('sup', 'cites', ...sources.flatMap((i) => [' ', link(`#source-${i + 1}`, String(i + 1))]))];

const section = (id: string, title: string, ...content: Content): Xml =>
  element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...content);

const figure = ({ value, label, note }: Figure): Xml =>
  element(
    'div',
    {},
    element('dt', {}, label),
    element('dd', {}, value),
    ...(note === '' ? [] : [styled('dd', 'note', note)]),
  );

const region = ({ name, count, countries }: MemberRegion, { colon, comma }: SheetLabels): Xml =>
  element(
    'li',
    {},
    element('h3', {}, name, ' ', styled('span', 'quiet', count)),
    element(
      'ul',
      {},
      ...countries.map((country) =>
        element(
          'li',
          {},
          styled('span', 'quiet', country.name, colon),
          styled(
            'span',
            'cities',
            ...country.members.flatMap(({ name, role }, i) => [...(i === 0 ? [] : [comma]), ...member(name, role)]),
          ),
        ),
      ),
    ),
  );

const member = (name: string, role: string | null): Content =>
  role === null ? [name] : [element('strong', {}, name), styled('span', 'quiet', role)];

const solution = ({ title, from, summary, adoptions, sources }: SheetSolution): Xml =>
  element(
    'li',
    {},
    element('h3', {}, ...said(title), ...cites(sources)),
    styled('p', 'quiet', from),
    element('p', {}, ...said(summary)),
    styled('p', 'adoptions', adoptions),
  );

const activity = ({ date, kind, title, cities, sources }: SheetActivity, colon: string): Xml =>
  element(
    'li',
    {},
    styled('span', 'date', date),
    ' ',
    element(
      'span',
      {},
      styled('span', 'quiet', kind, colon),
      ...said(title),
      ...cites(sources),
      ...(cities === '' ? [] : [styled('span', 'quiet', ` · ${cities}`)]),
    ),
  );

const source = ({ name, url, host, retrieved }: SheetSource, i: number): Xml => {
  const where = [host, retrieved].filter((part) => part !== null).join(', ');
  const named = url === null ? name : link(url, name);
  return element(
    'li',
    { id: `source-${i + 1}` },
    named,
    ...(where === '' ? [] : [' ', styled('span', 'quiet', where)]),
  );
};

/** A list, or what is said where it is empty. */
const listOf = (name: 'ul' | 'ol', className: string, items: readonly Xml[], none: string): Xml =>
  items.length === 0 ? styled('p', 'quiet', none) : styled(name, className, ...items);

function head(sheet: Sheet): Xml {
  const { title, summary, address, others } = sheet;
  const alternates = others.map(({ url, lang }) => ({
    ...{ rel: 'alternate', href: url, hreflang: lang, type: lang === sheet.locale ? 'application/pdf' : 'text/html' },
  }));
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    element('meta', { name: 'description', content: summary.text }),
    element('link', { rel: 'canonical', href: address }),
    ...alternates.map((attributes) => element('link', attributes)),
    element('link', { rel: 'stylesheet', href: STYLESHEET_PATH }),
  );
}

function top(sheet: Sheet): Xml {
  const { labels, area, name, lineage, summary, sources, others } = sheet;
  const links = others.map(({ label, lang, url }) =>
    element('li', {}, element('a', { href: url, hreflang: lang, lang }, label)),
  );
  return element(
    'header',
    {},
    element('nav', { 'aria-label': labels.others }, element('ul', {}, ...links)),
    styled('p', 'kicker', ...(area === null ? [] : [styled('span', 'area', area), ' ']), labels.factSheet),
    element('h1', {}, ...said(name)),
    ...(lineage.length === 0
      ? []
      : [styled('ul', 'lineage', ...lineage.map((line) => element('li', {}, ...said(line))))]),
    styled('p', 'summary', ...said(summary), ...cites(sources)),
  );
}

function about({ labels, asOf, notes, live }: Sheet): Xml {
  return element(
    'footer',
    {},
    element('h2', {}, labels.about),
    element('p', {}, element('strong', {}, asOf), ' ', notes),
    element('p', {}, `${labels.livePage}${labels.colon}`, link(live, live)),
  );
}

/** The sheet as an HTML document, with what the printed one says, and all of its members. */
export function sheetPage(sheet: Sheet): string {
  const { locale, labels, map } = sheet;
  const { colon } = labels;
  const drawing = element('div', { role: 'img', 'aria-label': map.alt }, new Xml(map.svg));
  const main = element(
    'main',
    {},
    section('figures', labels.figures, element('dl', {}, ...sheet.figures.map(figure))),
    section(
      'leads',
      labels.leads,
      sheet.leads === null ? styled('p', 'quiet', sheet.noLeads) : styled('p', 'leads', sheet.leads),
    ),
    section('map', labels.map, element('figure', {}, drawing, element('figcaption', {}, map.caption))),
    section(
      'members',
      labels.members,
      listOf(
        'ul',
        'regions',
        sheet.regions.map((it) => region(it, labels)),
        sheet.noMembers,
      ),
    ),
    section('solutions', labels.solutions, listOf('ol', 'solutions', sheet.solutions.map(solution), sheet.noSolutions)),
    section(
      'activity',
      labels.activity,
      listOf(
        'ul',
        'activity',
        sheet.activity.map((it) => activity(it, colon)),
        sheet.noActivity,
      ),
    ),
    section('related', labels.related, ...sheet.related.map((text) => element('p', {}, text))),
    section('sources', labels.sources, listOf('ol', 'sources', sheet.sourceList.map(source), sheet.noSources)),
  );
  const lang = locale === 'zh' ? 'zh-Hans' : locale;
  const html = element('html', { lang }, head(sheet), element('body', {}, top(sheet), main, about(sheet)));
  return `<!doctype html>\n${html.markup}\n`;
}
