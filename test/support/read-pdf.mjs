// Prints what is inside a PDF, as JSON. A program of its own, for PDF.js is a module of a kind that jest cannot load.
import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pdf = await getDocument({ data: Uint8Array.from(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const { info, metadata } = await pdf.getMetadata();
const outline = (await pdf.getOutline()) ?? [];

async function pageOf(destination) {
  const [reference] = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  return (await pdf.getPageIndex(reference)) + 1;
}

function rolesIn(node, found = new Set()) {
  if (node?.role) found.add(node.role);
  for (const child of node?.children ?? []) rolesIn(child, found);
  return [...found];
}

async function fontsOf(page) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = new Set(fnArray.flatMap((fn, i) => (fn === OPS.setFont ? [argsArray[i][0]] : [])));
  return [...ids]
    .map((id) => page.commonObjs.get(id))
    .map(({ name, missingFile }) => ({ name, isEmbedded: !missingFile }));
}

const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const links = (await page.getAnnotations()).flatMap(({ url }) => url ?? []);
  const tree = await page.getStructTree();
  const text = items.map(({ str }) => str).join('');
  pages.push({ text, links, roles: rolesIn(tree), alt: altsIn(tree), size: page.view, fonts: await fontsOf(page) });
}

function altsIn(node) {
  return [...(node?.alt ? [node.alt] : []), ...(node?.children ?? []).flatMap(altsIn)];
}

const bookmarks = await Promise.all(outline.map(async ({ title, dest }) => ({ title, page: await pageOf(dest) })));
const { Title: title, Language: language } = info;
const isUniversal = metadata?.getRaw().includes('pdfuaid:part') ?? false;
process.stdout.write(
  JSON.stringify({
    title,
    language,
    isUniversal,
    isTagged: (await pdf.getMarkInfo())?.Marked ?? false,
    bookmarks,
    pages,
  }),
);
