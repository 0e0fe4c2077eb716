import { Fragment } from 'react';
import { CityCard, NetworkCard, SolutionCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { Card } from '../../ui';
import { marks } from './marks';
import { messages } from './messages';
import type { Found } from './queries';
import css from './search.module.css';

/** Something that was found, what was looked for marked in its name. */
export function Result({ found, searched }: { found: Found; searched: string }) {
  const t = useMessages(messages);
  switch (found.__typename) {
    case 'City':
      return <CityCard city={found} title={<Name found={found} searched={searched} />} />;
    case 'Network':
      return <NetworkCard network={found} title={<Name found={found} searched={searched} />} />;
    case 'Solution':
      return <SolutionCard solution={found} title={<Marked text={found.title} searched={searched} />} />;
    case 'Initiative':
      return <Card title={<Marked text={found.name} searched={searched} />} href="/networks" foot={t('initiative')} />;
  }
}

const isIn = (text: string, searched: string): boolean => marks(text, searched).some(({ isMatch }) => isMatch);

interface NameProps {
  found: Extract<Found, { __typename: 'City' | 'Network' }>;
  searched: string;
}

/** Beside a name that does not have what was looked for stands one of another language that does. */
function Name({ found, searched }: NameProps) {
  const { name, en, es, zh } = found;
  const other = isIn(name, searched)
    ? undefined
    : Object.entries({ en, es, zh }).find(([, each]) => isIn(each, searched));
  return (
    <>
      <Marked text={name} searched={searched} />
      {other && (
        <span className={css.other} lang={other[0]}>
          <Marked text={other[1]} searched={searched} />
        </span>
      )}
    </>
  );
}

function Marked({ text, searched }: { text: string; searched: string }) {
  return marks(text, searched).map((part, i) =>
    part.isMatch ? <mark key={i}>{part.text}</mark> : <Fragment key={i}>{part.text}</Fragment>,
  );
}
