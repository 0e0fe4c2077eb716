import { useSearchParams } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { Tabs, type Tab } from '../../ui';
import { Actions } from './actions';
import { Adoptions } from './adoptions';
import { Memberships } from './memberships';
import { messages } from './messages';
import { Solutions } from './solutions';
import type { CityOfViewer, NetworkOfViewer } from './types';

export interface PartsProps {
  /** The city to write for; null for none. */
  city: CityOfViewer | null;
  /** The networks to keep. */
  networks: readonly NetworkOfViewer[];
}

/** What can be written for a city and in networks; which part of it is open is in the address. */
export function Parts({ city, networks }: PartsProps) {
  const t = useMessages(messages);
  const [search, setSearch] = useSearchParams();
  const tabs: Tab[] = [
    ...(city
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
  if (tabs.length === 0) return null;
  return (
    <Tabs
      label={t('title')}
      tabs={tabs}
      selected={search.get('tab') ?? ''}
      onSelect={(tab) => setSearch((before) => ({ ...Object.fromEntries(before), tab }), { replace: true })}
    />
  );
}
