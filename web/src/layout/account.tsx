import { startTransition, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { present } from '../api/present';
import { useToken } from '../api/session';
import { useMessages } from '../i18n/catalog';
import { useFormat } from '../i18n/format';
import { SignedIn, useViewer } from '../sign-in';
import { useTerms } from '../terms';
import css from './account.module.css';
import { messages } from './messages';

/** Who is signed in and whom they act for, from everywhere, with the way out; or the way in. */
export function Account() {
  const t = useMessages(messages);
  const token = useToken();
  const [{ data }] = useViewer();
  const viewer = token === null ? null : data?.viewer;
  if (viewer) return <Mark viewer={viewer} />;
  return (
    <div className={css.account}>
      {token === null && (
        <Link href="/share" className={css.in}>
          {t('sign-in')}
        </Link>
      )}
    </div>
  );
}

function Mark({ viewer }: { viewer: Parameters<typeof SignedIn>[0]['viewer'] }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { list } = useFormat();
  const [path] = useLocation();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const isOpen = openedAt === path;
  const { roles, city, networks } = viewer;
  const [name = t('account')] = [...(city ? [city.name] : []), ...present(networks).map((network) => network.name)];
  const role = list(roles.map((each) => say('Role', each)));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    setOpenedAt(null);
    button.current?.focus();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpenedAt(null);
  };
  return (
    <div className={css.account} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={css.mark}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        // In a transition, for what it shows may have to be loaded: the keyboard stays here meanwhile.
        onClick={() => startTransition(() => setOpenedAt(isOpen ? null : path))}
      >
        <strong>{name}</strong>
        {role !== '' && <small>{role}</small>}
      </button>
      {isOpen && (
        <div id={id} className={css.panel} tabIndex={-1}>
          <SignedIn viewer={viewer} />
        </div>
      )}
    </div>
  );
}
