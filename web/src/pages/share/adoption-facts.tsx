import { useFormat, type Precision } from '../../i18n/format';
import { useTerms } from '../../terms';
import css from './share.module.css';

export interface AdoptionFactsProps {
  adoption: {
    kind: 'ACCELERATED' | 'IMPROVED' | 'REPLICATED';
    status: 'CONSIDERING' | 'IMPLEMENTED' | 'IN_PROGRESS' | 'STOPPED';
    adoptedOn: string | null;
    datePrecision: Precision | null;
  };
}

/** How a solution was taken up, how far that is, and since when. */
export function AdoptionFacts({ adoption: { kind, status, adoptedOn, datePrecision } }: AdoptionFactsProps) {
  const say = useTerms();
  const { date } = useFormat();
  return (
    <span className={css.facts}>
      <span>{say('AdoptionKind', kind)}</span>
      <span>{say('AdoptionStatus', status)}</span>
      {adoptedOn !== null && <span>{date(adoptedOn, datePrecision)}</span>}
    </span>
  );
}
