import { useMessages } from '../../i18n/catalog';
import { ButtonLink, Row } from '../../ui';
import { messages } from './messages';
import { parametersOf, viewOf, type View } from './view';

/** Views to begin with, by the questions that they answer. */
const PRESETS = {
  learning: '',
  adoptions: 'links=ADOPTION&undated=1',
  twinning: 'links=TWINNING&undated=1',
  membership: 'links=CO_MEMBERSHIP&undated=1',
};

const NAMES = Object.keys(PRESETS) as (keyof typeof PRESETS)[];

/** What a view is of, whichever of its cities, paths and tables is open. */
const subjectOf = ({ links, from, to, undated, network }: View): string =>
  JSON.stringify([links, from, to, undated, network]);

export function Presets({ view }: { view: View }) {
  const t = useMessages(messages);
  return (
    <nav aria-label={t('presets')}>
      <Row>
        {NAMES.map((name) => {
          const preset = viewOf(new URLSearchParams(PRESETS[name]));
          const isOpen = subjectOf(preset) === subjectOf(view);
          const parameters = parametersOf({ ...preset, sizeBy: view.sizeBy, tab: view.tab }).toString();
          return (
            <ButtonLink
              key={name}
              small
              kind={isOpen ? 'primary' : 'secondary'}
              aria-current={isOpen ? 'true' : undefined}
              href={parameters === '' ? '/graph' : `/graph?${parameters}`}
            >
              {t(`preset.${name}`)}
            </ButtonLink>
          );
        })}
      </Row>
    </nav>
  );
}
