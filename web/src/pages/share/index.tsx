import { present } from '../../api/present';
import { useToken } from '../../api/session';
import { useMessages } from '../../i18n/catalog';
import { SignedIn, SignIn, useViewer, type Viewer } from '../../sign-in';
import { Callout, Empty, Loaded, Page } from '../../ui';
import { AdminDesk } from './admin';
import { messages } from './messages';
import { Parts } from './parts';
import { isAdmin } from './rights';

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

/** What one's roles let one write, or why that is nothing. */
function Desk({ viewer }: { viewer: Viewer }) {
  const t = useMessages(messages);
  const { city, roles } = viewer;
  const networks = present(viewer.networks);
  if (isAdmin(viewer)) return <AdminDesk viewer={viewer} />;
  if (city || networks.length > 0) return <Parts city={city} networks={networks} />;
  // A role may be there, without anybody that it is for.
  const hasRole = roles.length > 0;
  return (
    <Empty title={t(hasRole ? 'unnamed' : 'no-role')}>
      <p>{t(hasRole ? 'unnamed.text' : 'no-role.text')}</p>
    </Empty>
  );
}
