import fs from 'node:fs';
import path from 'node:path';
import { visit, parse } from 'graphql';
import { PROJECT_ROOT } from '../../src/project-root';
import { useWorld } from '../support/world';
import { Desk, mutationNames } from './desk';

// The examples of docs/writing.md, one after another on the sample data, as their first line says by whom.
const world = useWorld({ data: path.join(PROJECT_ROOT, 'data') });
const desk = new Desk(world);

const page = fs.readFileSync(path.join(PROJECT_ROOT, 'docs/writing.md'), 'utf8');
const examples = [...page.matchAll(/```graphql\n# as a (practitioner|manager) of ([\w-]+)\n(.*?)```/gs)].map(
  ([, role, slug, document]) => ({ role: role!, slug: slug!, document: document! }),
);

test('there is an example of every mutation, and every example says who asks', () => {
  const shown = new Set<string>();
  for (const { document } of examples) visit(parse(document), { Field: ({ name }) => void shown.add(name.value) });
  expect(mutationNames.filter((name) => !shown.has(name))).toEqual([]);
  expect(page.split('```graphql').length - 1).toBe(examples.length);
});

test.each(examples.map((example) => [/\w+\(/.exec(example.document)![0], example]))('%s…', async (_name, example) => {
  const { role, slug, document } = example;
  const viewer = role === 'manager' ? await desk.manager(slug) : await desk.practitioner(slug);
  const data: Record<string, { userErrors: unknown[] }> = await world.ask(document, { viewer });
  for (const payload of Object.values(data)) {
    const [record] = Object.values(payload);
    expect(payload.userErrors).toEqual([]);
    expect(record).not.toBeNull();
  }
});
