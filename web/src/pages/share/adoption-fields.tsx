import { Day, Pair, Select, Words } from '../../forms';
import { useCities, useNetworks } from '../../choices/use-choices';
import { useMessages } from '../../i18n/catalog';
import { useTerms } from '../../terms';
import { VALUES, type ValueOf } from '../../terms/values';
import { messages } from './messages';

/** What an adoption says so far. */
export interface AdoptionBefore {
  kind: ValueOf<'AdoptionKind'>;
  status?: ValueOf<'AdoptionStatus'>;
  adoptedOn?: string | null;
  datePrecision?: 'YEAR' | 'MONTH' | 'DAY' | null;
  learnedFromCityId?: string | null;
  viaNetworkId?: string | null;
  note?: string | null;
}

export interface AdoptionFieldsProps {
  before: AdoptionBefore;
  /** The id of the city that takes it up: it learnt from another one. */
  cityId: string;
}

/** How a solution was taken up, how far that is, when, and from whom. What is known once can be corrected, not taken back. */
export function AdoptionFields({ before, cityId }: AdoptionFieldsProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const cities = useCities();
  const networks = useNetworks();
  const mayBeUnknown = (value: string | null | undefined) =>
    value == null ? { none: t('unknown'), hint: t('unknown.hint') } : { value };
  const { kind, status, adoptedOn, datePrecision, learnedFromCityId, viaNetworkId, note } = before;
  return (
    <>
      <Pair>
        <Select
          name="kind"
          label={t('record.kind')}
          options={VALUES.AdoptionKind.map((each) => ({ value: each, text: say('AdoptionKind', each) }))}
          value={kind}
        />
        <Select
          name="status"
          label={t('record.status')}
          options={VALUES.AdoptionStatus.map((each) => ({ value: each, text: say('AdoptionStatus', each) }))}
          value={status}
        />
        <Day
          name="adoptedOn"
          label={t('record.when')}
          {...(adoptedOn == null ? { hint: t('unknown.hint') } : { value: adoptedOn, required: true })}
        />
        <Select
          name="datePrecision"
          label={t('precision')}
          options={(['DAY', 'MONTH', 'YEAR'] as const).map((each) => ({ value: each, text: t(`precision.${each}`) }))}
          value={datePrecision}
        />
        <Select
          name="learnedFromCityId"
          label={t('record.from')}
          {...mayBeUnknown(learnedFromCityId)}
          options={cities
            .filter(({ id }) => id !== cityId)
            .map(({ id, name, contentLocale }) => ({ value: id, text: name, locale: contentLocale }))}
        />
        <Select
          name="viaNetworkId"
          label={t('record.via')}
          {...mayBeUnknown(viaNetworkId)}
          options={networks.map(({ id, name, contentLocale }) => ({ value: id, text: name, locale: contentLocale }))}
        />
      </Pair>
      <Words name="note" label={t('record.note')} lines={2} value={note ?? undefined} />
    </>
  );
}
