import { useRef, type SubmitEvent } from 'react';
import { useNetworks } from '../../choices/use-choices';
import { useMessages } from '../../i18n/catalog';
import { useTerms } from '../../terms';
import { VALUES } from '../../terms/values';
import { Button, Field } from '../../ui';
import css from './feed.module.css';
import { MAX_TEXT, type FeedFilter } from './filter';
import { messages } from './messages';

export interface FilterFormProps {
  filter: FeedFilter;
  onChange: (filter: Record<keyof FeedFilter, string>) => void;
}

/** What the feed is filtered by: selects at once, the text with Enter or its button. */
export function FilterForm({ filter, onChange }: FilterFormProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const networks = useNetworks();
  const form = useRef<HTMLFormElement>(null);
  const apply = () => {
    if (!form.current) return;
    const entries = new FormData(form.current);
    const read = (name: string) => (entries.get(name) as string | null) ?? '';
    onChange({ sector: read('sector'), region: read('region'), network: read('network'), text: read('text') });
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    apply();
  };
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <form ref={form} className={css.filter} onSubmit={onSubmit} aria-label={t('filter')}>
      <Field label={t('filter.sector')}>
        {(control) => (
          <select {...control} name="sector" value={filter.sector ?? ''} onChange={apply}>
            <option value="">{t('filter.all')}</option>
            {VALUES.Sector.map((sector) => (
              <option key={sector} value={sector}>
                {say('Sector', sector)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('filter.region')}>
        {(control) => (
          <select {...control} name="region" value={filter.region ?? ''} onChange={apply}>
            <option value="">{t('filter.all')}</option>
            {VALUES.Region.map((region) => (
              <option key={region} value={region}>
                {say('Region', region)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('filter.network')}>
        {(control) => (
          <select {...control} name="network" value={filter.network ?? ''} onChange={apply}>
            <option value="">{t('filter.all')}</option>
            {filter.network !== undefined && !networks.some(({ slug }) => slug === filter.network) && (
              <option value={filter.network}>{filter.network}</option>
            )}
            {networks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('filter.text')}>
        {(control) => (
          <input
            {...control}
            key={filter.text ?? ''}
            type="search"
            name="text"
            maxLength={MAX_TEXT}
            defaultValue={filter.text ?? ''}
          />
        )}
      </Field>
      <div className={css.filterButtons}>
        <Button kind="secondary" type="submit">
          {t('filter.apply')}
        </Button>
        {isFiltered && (
          <Button kind="quiet" onClick={() => onChange({ sector: '', region: '', network: '', text: '' })}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
