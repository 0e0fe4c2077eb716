import { useMessages } from '../../i18n/catalog';
import { useTerms } from '../../terms';
import { Field } from '../../ui';
import css from './graph.module.css';
import { messages } from './messages';
import { TimeSlider } from './time-slider';
import { layersOf, LINKS, METRICS, type LinkChoice, type View } from './view';

export interface FiltersProps {
  view: View;
  change: (part: Partial<View>) => void;
  networks: readonly { slug: string; name: string }[];
  years: readonly { year: number; newLinks: number }[];
  undatedCount: number;
}

/** Which links are shown, of which network and years, and what the size of a city means. */
export function Filters({ view, change, networks, years, undatedCount }: FiltersProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const hasSeveralLayers = layersOf(view.links).length > 1;
  return (
    <div className={css.filters}>
      <Links view={view} change={change} />
      <fieldset className={css.group}>
        <legend>{t('time')}</legend>
        {years.length > 1 && <TimeSlider years={years} from={view.from} to={view.to} onChange={change} />}
        <label className={css.check}>
          <input
            type="checkbox"
            checked={view.undated}
            onChange={({ target }) => change({ undated: target.checked })}
          />
          <span>{t('undated', { count: undatedCount })}</span>
        </label>
      </fieldset>
      <Field label={t('network')}>
        {(control) => (
          <select
            {...control}
            value={view.network ?? ''}
            onChange={({ target }) => change({ network: target.value || null })}
          >
            <option value="">{t('network.all')}</option>
            {networks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('size')} hint={hasSeveralLayers ? t('size.hint') : undefined}>
        {(control) => (
          <select
            {...control}
            value={view.sizeBy}
            onChange={({ target }) => change({ sizeBy: target.value as View['sizeBy'] })}
          >
            {METRICS.map((metric) => (
              <option key={metric} value={metric} disabled={metric === 'STRENGTH' && hasSeveralLayers}>
                {say('CentralityMetric', metric)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function Links({ view: { links }, change }: Pick<FiltersProps, 'view' | 'change'>) {
  const t = useMessages(messages);
  const say = useTerms();
  const nameOf = (link: LinkChoice): string => {
    if (link === 'TWINNING') return t('twinning');
    return link === 'ADOPTION' || link === 'CO_MEMBERSHIP' ? say('GraphLayer', link) : say('CollaborationKind', link);
  };
  return (
    <fieldset className={css.group}>
      <legend>{t('links')}</legend>
      {LINKS.map((link) => (
        <label key={link} className={css.check}>
          <input
            type="checkbox"
            checked={links.includes(link)}
            onChange={({ target }) =>
              change({ links: LINKS.filter((other) => (other === link ? target.checked : links.includes(other))) })
            }
          />
          <span>{nameOf(link)}</span>
        </label>
      ))}
    </fieldset>
  );
}
