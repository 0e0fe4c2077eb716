import { useState } from 'react';
import { Link } from 'wouter';
import { graphql, type ResultOf } from '../../api/graphql';
import { present } from '../../api/present';
import { Done } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Button, QueryLink, Section, useDialog } from '../../ui';
import { EndMembership } from './end-membership';
import { messages } from './messages';
import { PAGE, Rows } from './rows';
import css from './share.module.css';
import type { NetworkOfViewer } from './types';

const MEMBERS = graphql(`
  query MembersToKeep($slug: String!, $first: Int!, $after: String) {
    network(slug: $slug) {
      id
      members(first: $first, after: $after) {
        totalCount
        nodes {
          id
          slug
          name
          memberships(first: 100) {
            nodes {
              id
              role
              startedOn
              datePrecision
              network {
                id
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Network = NonNullable<ResultOf<typeof MEMBERS>['network']>;
type Member = NonNullable<Network['members']['nodes'][number]>;

/** Who is in a network today. */
export function Members({ network }: { network: NetworkOfViewer }) {
  const t = useMessages(messages);
  const variables = { slug: network.slug };
  const [ended, setEnded] = useState<string>();
  return (
    <Section
      heading={t('members.now')}
      aside={<QueryLink document={MEMBERS} variables={{ ...variables, first: PAGE }} />}
    >
      {ended !== undefined && (
        <Done key={ended} title={t('members.ended')}>
          <p>{ended}</p>
        </Done>
      )}
      <Rows
        query={MEMBERS}
        variables={variables}
        listOf={(data) => data.network?.members}
        none={t('members.none')}
        row={(member) => (
          <MemberRow key={member.id} member={member} network={network} onEnded={() => setEnded(member.name)} />
        )}
      />
    </Section>
  );
}

interface MemberRowProps {
  member: Member;
  network: NetworkOfViewer;
  onEnded: () => void;
}

function MemberRow({ member, network, onEnded }: MemberRowProps) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const dialog = useDialog();
  const { slug, name } = member;
  const membership = present(member.memberships?.nodes).find((each) => each.network.id === network.id);
  if (!membership) return null;
  const { id, role, startedOn, datePrecision } = membership;
  return (
    <li className={css.row}>
      <div className={css.what}>
        <Link href={`/city/${slug}`}>{name}</Link>
        <span className={css.facts}>
          <span>{say('MembershipRole', role)}</span>
          {startedOn !== null && <span>{t('members.from', { day: date(startedOn, datePrecision) })}</span>}
        </span>
      </div>
      <Button kind="secondary" small aria-label={t('members.end.it', { city: name })} onClick={dialog.open}>
        {t('members.end')}
      </Button>
      {dialog.isOpen && (
        <EndMembership
          id={id}
          city={name}
          network={network.name}
          onClose={dialog.close}
          onDone={() => {
            dialog.close();
            onEnded();
          }}
        />
      )}
    </li>
  );
}
