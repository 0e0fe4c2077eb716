import { useMessages } from '../../i18n/catalog';
import { messages } from './messages';
import type { CityLink, CityNode } from './network';

type Dated = Pick<CityLink, 'firstOn' | 'lastOn'>;

/** The years of a link; null where it has no date. */
export function yearsOf({ firstOn, lastOn }: Dated): string | null {
  const [first, last] = [firstOn?.slice(0, 4), lastOn?.slice(0, 4)];
  if (first === undefined) return null;
  return last === undefined || last === first ? first : `${first}–${last}`;
}

/** Says a link in words: "Bogotá took up a solution of Curitiba (2000)". Where it has no direction, it begins with `first`. */
export function useWords(): (link: CityLink, first?: CityNode) => string {
  const t = useMessages(messages);
  return (link, first) => {
    const { kind, recordCount } = link;
    const isTurned = kind !== 'adoption' && link.target === first;
    const [source, target] = isTurned ? [link.target, link.source] : [link.source, link.target];
    const years = yearsOf(link);
    const said = t(`said.${kind}`, { source: source.name, target: target.name, count: recordCount });
    return years === null ? t('said.undated', { said }) : t('said.dated', { said, years });
  };
}
