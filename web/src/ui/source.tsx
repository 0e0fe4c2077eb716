import { useMessages } from '../i18n/catalog';
import { useFormat } from '../i18n/format';
import { messages } from './messages';

export interface SourceLineProps {
  /** Where a claim comes from, as the API says it. */
  source: { name: string; url: string | null; retrievedOn: string | null } | null;
}

/** The source of a claim, with the day on which it was retrieved. */
export function SourceLine({ source }: SourceLineProps) {
  const t = useMessages(messages);
  const { date } = useFormat();
  if (!source) return null;
  return (
    <span>
      {t('source')}: {source.url === null ? source.name : <a href={source.url}>{source.name}</a>}
      {source.retrievedOn !== null && `, ${date(source.retrievedOn)}`}
    </span>
  );
}
