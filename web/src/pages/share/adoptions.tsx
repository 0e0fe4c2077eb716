import { useHistoryState } from 'wouter/use-browser-location';
import { Done } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Section } from '../../ui';
import { Adopted } from './adopted';
import { messages } from './messages';
import { OwnAdoptions } from './own-adoptions';
import { RecordAdoption } from './record-adoption';
import css from './share.module.css';
import type { CityOfViewer } from './types';

/** What the city takes up, and who took up what it shared. */
export function Adoptions({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const saved = useHistoryState<{ saved?: string } | null>()?.saved;
  return (
    <div className={css.parts}>
      {saved !== undefined && (
        <Done title={t('saved')}>
          <p>{saved}</p>
        </Done>
      )}
      <Section heading={t('record', { city: city.name })}>
        <RecordAdoption city={city} />
      </Section>
      <OwnAdoptions city={city} />
      <Adopted city={city} />
    </div>
  );
}
