import { Button, type GraphiQLPlugin, PenIcon, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from './examples';

/** Lists the examples and opens one in a new tab, so that none is lost when its tab is edited or closed. */
function ExamplesPanel() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const actions = useGraphiQLActions();
  const open = (document: string) => {
    actions.addTab();
    queryEditor?.setValue(document);
  };
  return (
    <section aria-label="Examples">
      <div className="graphiql-doc-explorer-title">Examples</div>
      <ul className="example-list">
        {examples.map(({ title, document }) => (
          <li key={title}>
            <Button onClick={() => open(document)}>{title}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: PenIcon, content: ExamplesPanel };
