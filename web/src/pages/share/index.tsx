import { useSearchParams } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useToken } from '../../api/session';
import { SignedIn, SignIn, useViewer, type Viewer } from '../../sign-in';
import { Callout, Empty, Loaded, Page, Tabs, type Tab } from '../../ui';
import { Actions } from './actions';
import { Adoptions } from './adoptions';
import { Memberships } from './memberships';
import { messages } from './messages';
import { Solutions } from './solutions';

/** Where practitioners and managers write. */
export default function Share() {
  const t = useMessages(messages);
  const token = useToken();
  const [state, refetch] = useViewer();
  return (
    <Page title={t('title')} lead={t('lead')}>
      {token === null ? (
        <>
          <Callout title={t('anonymous')}>
            <p>{t('anonymous.text')}</p>
          </Callout>
          <SignIn />
        </>
      ) : (
        <Loaded state={state} refetch={refetch}>
          {({ viewer }) =>
            viewer && (
              <>
                <SignedIn viewer={viewer} />
                <Desk viewer={viewer} />
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

/** What one's roles let one write; which part of it is open is in the address. */
function Desk({ viewer }: { viewer: Viewer }) {
  const t = useMessages(messages);
  const [search, setSearch] = useSearchParams();
  const { city } = viewer;
  const networks = viewer.networks.filter((network) => network !== null);
  const tabs: Tab[] = [
    ...(city && viewer.roles.includes('PRACTITIONER')
      ? [
          { id: 'solutions', label: t('solutions'), panel: () => <Solutions city={city} /> },
          { id: 'adoptions', label: t('adoptions'), panel: () => <Adoptions city={city} /> },
          { id: 'actions', label: t('actions'), panel: () => <Actions city={city} /> },
        ]
      : []),
    ...(networks.length > 0
      ? [{ id: 'members', label: t('members'), panel: () => <Memberships networks={networks} /> }]
      : []),
  ];
  if (tabs.length === 0)
    return (
      <Empty title={t('no-role')}>
        <p>{t('no-role.text')}</p>
      </Empty>
    );
  return (
    <Tabs
      label={t('title')}
      tabs={tabs}
      selected={search.get('tab') ?? ''}
      onSelect={(tab) => setSearch({ tab }, { replace: true })}
    />
  );
}
