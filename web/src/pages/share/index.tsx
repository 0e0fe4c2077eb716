import { useQuery } from 'urql';
import { graphql } from '../../api/graphql';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Callout, Loaded, Page } from '../../ui';
import { messages } from './messages';

const VIEWER = graphql(`
  query Viewer {
    viewer {
      roles
      city {
        id
        name
      }
    }
  }
`);

/** Who may write here, and whether you may. */
export default function Share() {
  const t = useMessages(messages);
  const say = useTerms();
  const { list } = useFormat();
  const [state, refetch] = useQuery({ query: VIEWER });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded state={state} refetch={refetch}>
        {({ viewer }) =>
          viewer ? (
            <Callout tone="good" title={t('signed-in')}>
              <p>
                {list([...viewer.roles.map((role) => say('Role', role)), ...(viewer.city ? [viewer.city.name] : [])])}
              </p>
            </Callout>
          ) : (
            <Callout title={t('anonymous')}>
              <p>{t('anonymous.text')}</p>
            </Callout>
          )
        }
      </Loaded>
    </Page>
  );
}
