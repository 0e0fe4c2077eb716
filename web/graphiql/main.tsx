import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { examplesPlugin } from './examples-panel';
import './workers';

const WELCOME = `# Welcome to Interurban: who belongs to which network,
# what each city has done, who learned it from whom.
#
# Ctrl-Enter runs the query, Ctrl-Space completes,
# F1 lists every command. The book on the left explains
# every type and field; the other tabs hold more examples.

`;

/** GraphiQL talks to the address that served it: with subscriptions over WebSocket. */
const fetcher = createGraphiQLFetcher({
  url: location.pathname,
  subscriptionUrl: `${location.origin.replace('http', 'ws')}${location.pathname}`,
});

/** A link to this page may carry a query and its variables: they open in a tab of their own, and wait to be run. */
const link = new URLSearchParams(location.search);
const linked = { query: link.get('query') ?? undefined, variables: link.get('variables') ?? undefined };

/** The tabs of a first visit; from then on GraphiQL keeps the visitor's own. */
const defaultTabs = examples.map(({ document }, index) => ({ query: index === 0 ? WELCOME + document : document }));
if (linked.query) defaultTabs.unshift({ query: linked.query });

const container = document.getElementById('graphiql');
if (!container) throw new Error('Expected an element with the id "graphiql" in the page, but got none.');

createRoot(container).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={defaultTabs}
    initialQuery={linked.query}
    initialVariables={linked.variables}
    plugins={[HISTORY_PLUGIN, examplesPlugin]}
  >
    <GraphiQL.Logo>Interurban</GraphiQL.Logo>
  </GraphiQL>,
);
