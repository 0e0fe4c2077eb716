/** Texts for people to take along: each works as it is, once the address is theirs. */

const SUBSCRIPTION = 'subscription { solutionShared { cursor solution { title city { name } } } }';

/** Waits for solutions on a command line. */
export const curlStream = (origin: string, locale: string): string => `curl -N '${origin}/graphql' \\
  -H 'accept: text/event-stream' \\
  -H 'content-type: application/json' \\
  -H 'accept-language: ${locale}' \\
  -d '{"query":"${SUBSCRIPTION}"}'`;

/** The same in a browser, without a library. */
export const eventSource = (origin: string): string => `const query = \`subscription {
  solutionShared {
    cursor
    solution { title city { name } }
  }
}\`;

// It comes back by itself after a lost connection, and gets what it missed.
const events = new EventSource('${origin}/graphql?query=' + encodeURIComponent(query));
events.addEventListener('next', ({ data }) => {
  const { solution } = JSON.parse(data).data.solutionShared;
  console.log(solution.title, solution.city?.name);
});
events.addEventListener('complete', () => events.close());`;

export const atomLink = (origin: string): string => `${origin}/feeds/solutions.atom`;

/** A mutation for whoever is signed in. */
export const webhook = (): string => `mutation {
  registerWebhook(
    input: {
      url: "https://hooks.example.org/interurban"
      document: "${SUBSCRIPTION}"
    }
  ) {
    webhook { id }
    secret
    userErrors { message path }
  }
}`;

/** A subgraph that adds a figure to cities. */
export const extendCity = (): string => `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

type City @key(fields: "wikidataId") {
  wikidataId: String
  "Day-evening-night noise level in dB; null where nobody has measured it."
  noise: Float
}`;

export const exportCommands = (): string => `# Everything, as a Frictionless Data Package of CSV files
npx interurban export folder

# The graph, for networkx, igraph, Gephi or Spark: the ending says the format
npx interurban export graph cities.graphml`;

/** How a figure of the graph is quoted, by a query that gives all that belongs to it. */
export const citation = (origin: string): string => `{
  graph(filter: { layers: [ADOPTION] }) {
    version # the same graph again: graph(filter: …, version: "…")
    digest # SHA-256 of its cities, links and weights
    asOf
    cityCount
  }
}
# ${origin}/graphql`;
