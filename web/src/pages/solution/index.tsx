import { useQuery } from 'urql';
import { Link, useParams } from 'wouter';
import { present } from '../../api/present';
import { SolutionCard } from '../../cards';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { Text } from '../../i18n/text';
import { Markdown } from '../../markdown';
import { NotFound } from '../../routes';
import { useTerms } from '../../terms';
import {
  Badge,
  ButtonLink,
  Callout,
  Empty,
  Grid,
  Loaded,
  Page,
  QueryLink,
  Row,
  Section,
  SourceLine,
  Stat,
  Stats,
} from '../../ui';
import { treeOf } from './cascade';
import { CascadeTree } from './cascade-tree';
import { messages } from './messages';
import { SOLUTION, type Solution } from './queries';
import css from './solution.module.css';
import { Travels } from './travels';

/** A solution: what it is, where it came from, and how it travelled. */
export default function SolutionPage() {
  const { slug = '' } = useParams();
  const [state, refetch] = useQuery({ query: SOLUTION, variables: { slug } });
  return (
    <Loaded state={state} refetch={refetch} isPage>
      {({ solution }) => (solution ? <View solution={solution} /> : <NotFound />)}
    </Loaded>
  );
}

function View({ solution }: { solution: Solution }) {
  const t = useMessages(messages);
  const { city, contentLocale, cascade, slug } = solution;
  const more = present(city?.more?.nodes).filter(({ slug: other }) => other !== slug);
  return (
    <Page
      title={solution.title}
      heading={<Text locale={contentLocale}>{solution.title}</Text>}
      eyebrow={
        city && (
          <>
            <Link href={`/city/${city.slug}`}>{city.name}</Link>, {city.country.name}
          </>
        )
      }
      lead={<Text locale={contentLocale}>{solution.summary}</Text>}
    >
      {solution.status === 'WITHDRAWN' && (
        <Callout tone="warn" title={t('withdrawn')}>
          {solution.withdrawnReason !== null && <p>{solution.withdrawnReason}</p>}
        </Callout>
      )}
      <Facts solution={solution} />
      {solution.body && (
        <Text as="div" className={css.body} locale={contentLocale}>
          <Markdown>{solution.body}</Markdown>
        </Text>
      )}
      <Section
        heading={t('travels')}
        aside={
          <Row>
            <ButtonLink kind="quiet" small href={`/share?tab=adoptions&solution=${slug}`}>
              {t('take.up')}
            </ButtonLink>
            <QueryLink document={SOLUTION} variables={{ slug }} />
          </Row>
        }
      >
        {cascade && cascade.steps.length > 0 ? (
          <>
            <Stats>
              <Stat value={cascade.size} label={t('size')} />
              <Stat value={cascade.depth} label={t('depth')} note={t('depth.note')} />
              <Stat value={cascade.breadth} label={t('breadth')} />
              {cascade.stoppedCount > 0 && <Stat value={cascade.stoppedCount} label={t('stopped')} />}
            </Stats>
            <Travels origin={city} cascade={cascade} slug={slug} />
            <h3>{t('tree')}</h3>
            <p className={css.note}>{t('tree.note')}</p>
            <CascadeTree origin={city} tree={treeOf(city?.id, cascade.steps)} />
          </>
        ) : (
          <Empty title={t('adoptions.none')} />
        )}
      </Section>
      {more.length > 0 && city && (
        <Section heading={t('more', { city: city.name })}>
          <Grid>
            {more.slice(0, 3).map((other) => (
              <li key={other.id}>
                <SolutionCard solution={other} />
              </li>
            ))}
          </Grid>
        </Section>
      )}
    </Page>
  );
}

function Facts({ solution }: { solution: Solution }) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const { sector, visibility, status, startedOn, datePrecision, links, source } = solution;
  const networks = present(solution.networks?.nodes);
  return (
    <>
      <Row>
        <Badge tone="primary">{say('Sector', sector)}</Badge>
        {visibility === 'MEMBERS' && <Badge>{t('members.only')}</Badge>}
        {status !== 'PUBLISHED' && <Badge tone="warn">{say('SolutionStatus', status)}</Badge>}
        {startedOn && <span>{t('since', { date: date(startedOn, datePrecision) })}</span>}
        <SourceLine source={source} />
      </Row>
      {networks.length > 0 && (
        <p>
          {t('shared.in')}{' '}
          {networks.map(({ id, slug, name, contentLocale }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <Link href={`/network/${slug}`}>
                <Text locale={contentLocale}>{name}</Text>
              </Link>
            </span>
          ))}
        </p>
      )}
      {links.length > 0 && (
        <ul role="list" className={css.links}>
          {links.map((link) => (
            <li key={link}>
              <a href={link} rel="noreferrer">
                {link.replace(/^https?:\/\/(?:www\.)?/, '')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
