export interface Example {
  /** What the query answers: the document's first line, a comment. */
  title: string;
  /** One GraphQL operation, its variables with defaults. */
  document: string;
}

const files = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The example queries, in the order of their file names. */
export const examples: Example[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([, document]) => ({ title: /^# (.*)/.exec(document)?.[1] ?? '', document }));
