import { Link } from 'wouter';
import { present } from '../../api/present';
import { SolutionCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { useTerms } from '../../terms';
import { Empty, Grid, QueryLink, Section, Table } from '../../ui';
import { messages } from './messages';
import { CITY, type City } from './queries';

/** What the city shared, what it took up and from whom, and what it reports to do. */
export function Works({ city }: { city: City }) {
  const t = useMessages(messages);
  const solutions = present(city.solutions?.nodes);
  return (
    <>
      <Section heading={t('solutions')} aside={<QueryLink document={CITY} variables={{ slug: city.slug }} />}>
        {solutions.length === 0 && <Empty title={t('solutions.none')} />}
        <Grid>
          {solutions.map((solution) => (
            <li key={solution.id}>
              <SolutionCard solution={solution} />
            </li>
          ))}
        </Grid>
      </Section>
      <Adoptions city={city} />
      <Actions city={city} />
    </>
  );
}

function Adoptions({ city }: { city: City }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const adoptions = present(city.adoptions?.nodes);
  return (
    <Section heading={t('adopted')}>
      {adoptions.length === 0 ? (
        <Empty title={t('adopted.none')} />
      ) : (
        <Table
          caption={t('adopted')}
          captionHidden
          rows={adoptions}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('solution'),
              cell: ({ solution }) => (
                <Link href={`/solution/${solution.slug}`}>
                  <Text locale={solution.contentLocale}>{solution.title}</Text>
                </Link>
              ),
            },
            {
              name: t('learned.from'),
              cell: ({ learnedFrom }) =>
                learnedFrom ? <Link href={`/city/${learnedFrom.slug}`}>{learnedFrom.name}</Link> : t('unknown'),
            },
            {
              name: t('when'),
              cell: ({ adoptedOn, datePrecision }) => (adoptedOn ? date(adoptedOn, datePrecision) : t('unknown')),
            },
            { name: t('kind'), cell: ({ kind }) => say('AdoptionKind', kind) },
            { name: t('status'), cell: ({ status }) => say('AdoptionStatus', status) },
          ]}
        />
      )}
    </Section>
  );
}

function Actions({ city }: { city: City }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date, list } = useFormat();
  const actions = present(city.actions?.nodes);
  if (actions.length === 0) return null;
  return (
    <Section heading={t('actions')}>
      <Table
        caption={t('actions')}
        captionHidden
        rows={actions}
        keyOf={({ id }) => id}
        columns={[
          { name: t('action'), cell: ({ title, contentLocale }) => <Text locale={contentLocale}>{title}</Text> },
          { name: t('sector'), cell: ({ sector }) => say('Sector', sector) },
          { name: t('status'), cell: ({ status }) => say('ActionStatus', status) },
          { name: t('reported'), cell: ({ reportedOn }) => date(reportedOn) },
          {
            name: t('influence'),
            // Null is not answered, which is another thing than none.
            cell: ({ influences }) =>
              influences === null
                ? t('unanswered')
                : influences.length === 0
                  ? t('influence.none')
                  : list(influences.map((each) => say('PeerInfluence', each))),
          },
        ]}
      />
    </Section>
  );
}
