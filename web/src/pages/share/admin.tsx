import { useSearchParams } from 'wouter';
import { useCities, useNetworks } from '../../choices/use-choices';
import { Select } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import type { Viewer } from '../../sign-in';
import { Callout, Skeleton } from '../../ui';
import { messages } from './messages';
import { Parts } from './parts';
import { useWritingCity } from './rights';
import css from './share.module.css';

/** Where an admin writes: for the city that they choose, which is in the address, and in every network. */
export function AdminDesk({ viewer }: { viewer: Viewer }) {
  const t = useMessages(messages);
  const [, setSearch] = useSearchParams();
  const cities = useCities();
  const networks = useNetworks();
  const city = useWritingCity(viewer);
  const choose = (slug: string) => setSearch(slug === '' ? {} : { city: slug }, { replace: true });
  return (
    <div className={css.parts}>
      <Callout title={t('admin')}>
        <p>{t('admin.text')}</p>
      </Callout>
      <Select
        name="city"
        label={t('admin.city')}
        none={t('choose')}
        options={cities.map(({ slug, name, contentLocale }) => ({ value: slug, text: name, locale: contentLocale }))}
        value={city?.slug}
        onChange={choose}
      />
      {city === undefined ? <Skeleton /> : <Parts key={city?.id} city={city} networks={networks} />}
    </div>
  );
}
