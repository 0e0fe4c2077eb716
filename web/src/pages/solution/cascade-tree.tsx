import { Link } from 'wouter';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Badge, SourceLine } from '../../ui';
import type { Branch, Tree } from './cascade';
import { messages } from './messages';
import type { Origin, Step } from './queries';
import css from './solution.module.css';

/** The cascade as nested lists: who learnt it from whom. */
export function CascadeTree({ origin, tree }: { origin: Origin | null; tree: Tree<Step> }) {
  const t = useMessages(messages);
  return (
    <div className={css.tree}>
      {tree.branches.length > 0 && (
        <>
          <p className={css.root}>
            {origin && <Link href={`/city/${origin.slug}`}>{origin.name}</Link>}
            <span className={css.when}>{t('origin')}</span>
          </p>
          <Branches branches={tree.branches} />
        </>
      )}
      {tree.unattached.length > 0 && (
        <>
          <p className={css.root}>{t('unattached')}</p>
          <Branches branches={tree.unattached} />
        </>
      )}
    </div>
  );
}

const Branches = ({ branches }: { branches: readonly Branch<Step>[] }) => (
  <ul role="list" className={css.branches}>
    {branches.map(({ step, branches: further }) => (
      <li key={step.adoption.id}>
        <Adopter step={step} />
        {further.length > 0 && <Branches branches={further} />}
      </li>
    ))}
  </ul>
);

function Adopter({ step: { to, adoption } }: { step: Step }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const { adoptedOn, datePrecision, kind, status, via, source } = adoption;
  return (
    <div className={css.adopter}>
      <Link href={`/city/${to.slug}`}>{to.name}</Link>
      <span className={css.when}>{adoptedOn === null ? t('undated') : date(adoptedOn, datePrecision)}</span>
      <Badge>{say('AdoptionKind', kind)}</Badge>
      {status !== 'IMPLEMENTED' && <Badge tone="warn">{say('AdoptionStatus', status)}</Badge>}
      {via && <Link href={`/network/${via.slug}`}>{t('via', { network: via.name })}</Link>}
      <SourceLine source={source} />
    </div>
  );
}
