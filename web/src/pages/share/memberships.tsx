import { useState } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { graphql, type VariablesOf } from '../../api/graphql';
import { present } from '../../api/present';
import { useCities } from '../../choices/use-choices';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useTerms } from '../../terms';
import { Button, Callout, Empty, Failure, Loaded, QueryLink, Section } from '../../ui';
import { Day, today } from './day';
import { FormFrame } from './form-frame';
import { messages } from './messages';
import { Select } from './select';
import css from './share.module.css';
import type { NetworkOfViewer } from './types';
import { readForm, useForm } from './use-form';

const MEMBERS = graphql(`
  query MembersToKeep($slug: String!) {
    network(slug: $slug) {
      id
      members(first: 100) {
        totalCount
        nodes {
          id
          name
          memberships(first: 20) {
            nodes {
              id
              role
              startedOn
              current
              datePrecision
              network {
                id
              }
            }
          }
        }
      }
    }
  }
`);

const SET = graphql(`
  mutation SetMembership($input: SetMembershipInput!) {
    setMembership(input: $input) {
      membership {
        id
        role
        startedOn
        city {
          id
          name
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const END = graphql(`
  mutation EndMembership($input: EndMembershipInput!) {
    endMembership(input: $input) {
      membership {
        id
        current
        endedOn
        city {
          id
        }
        network {
          id
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

type SetInput = VariablesOf<typeof SET>['input'];

interface Member {
  name: string;
  membership: { id: string; role: 'LEAD' | 'CO_LEAD' | 'MEMBER' | 'OBSERVER'; startedOn: string | null };
}

const FIELDS = ['cityId', 'role', 'startedOn'];
const ROLES = ['MEMBER', 'LEAD', 'CO_LEAD', 'OBSERVER'] as const;

/** The members of a network, for those who keep it. */
export function Memberships({ networks }: { networks: readonly NetworkOfViewer[] }) {
  const t = useMessages(messages);
  const say = useTerms();
  const cities = useCities();
  const [search, setSearch] = useSearchParams();
  const network = networks.find(({ slug }) => slug === search.get('network')) ?? networks[0]!;
  const variables = { slug: network.slug };
  const [state, refetch] = useQuery({ query: MEMBERS, variables });
  const [done, setDone] = useState<string>();
  const form = useForm(SET, ({ setMembership }) => setDone(setMembership.membership?.city?.name));
  const send = (element: HTMLFormElement) => {
    setDone(undefined);
    const input = { cityId: '', ...readForm(element), networkId: network.id };
    form.submit(input as Omit<SetInput, 'idempotencyKey'>, element);
  };
  return (
    <div className={css.parts}>
      <Section heading={t('members.set', { network: network.name })}>
        {networks.length > 1 && (
          <Select
            name="network"
            label={t('network')}
            options={networks.map(({ slug, name }) => [slug, name] as const)}
            value={network.slug}
            onChange={(slug) => setSearch({ tab: 'members', network: slug }, { replace: true })}
          />
        )}
        <FormFrame form={form} fields={FIELDS} label={t('members')} submit={t('members.submit')} onSubmit={send}>
          {done !== undefined && (
            <Callout tone="good" live title={t('members.done')}>
              <p>{done}</p>
            </Callout>
          )}
          <div className={css.pair}>
            <Select
              name="cityId"
              label={t('city')}
              required
              none={t('choose')}
              options={cities.map(({ id, name }) => [id, name] as const)}
              error={form.wrong('cityId')}
            />
            <Select
              name="role"
              label={t('role')}
              options={ROLES.map((role) => [role, say('MembershipRole', role)] as const)}
              error={form.wrong('role')}
            />
            <Day name="startedOn" label={t('members.since')} hint={t('unknown.hint')} error={form.wrong('startedOn')} />
          </div>
        </FormFrame>
      </Section>
      <Section heading={t('members.now')} aside={<QueryLink document={MEMBERS} variables={variables} />}>
        <Loaded state={state} refetch={refetch}>
          {({ network: kept }) => {
            const members = present(kept?.members.nodes).flatMap(({ name, memberships }) => {
              const own = present(memberships?.nodes).filter((each) => each.network.id === network.id);
              const membership = own.find(({ current }) => current) ?? own[0];
              return membership ? [{ name, membership }] : [];
            });
            if (members.length === 0) return <Empty title={t('members.none')} />;
            return (
              <ul role="list" className={css.rows}>
                {members.map((member) => (
                  <MemberRow key={member.membership.id} {...member} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      </Section>
    </div>
  );
}

function MemberRow({ name, membership }: Member) {
  const t = useMessages(messages);
  const say = useTerms();
  const { date } = useFormat();
  const form = useForm(END, () => undefined);
  const { id, role, startedOn } = membership;
  return (
    <li className={css.row}>
      <div className={css.what}>
        <strong>{name}</strong>
        <span className={css.facts}>
          <span>{say('MembershipRole', role)}</span>
          {startedOn !== null && <span>{t('members.from', { day: date(startedOn) })}</span>}
        </span>
      </div>
      <details>
        <summary>{t('members.end')}</summary>
        <form
          className={css.end}
          noValidate
          aria-label={t('members.end.it', { city: name })}
          onSubmit={(event) => {
            event.preventDefault();
            const { endedOn = '' } = readForm(event.currentTarget);
            form.submit({ membershipId: id, endedOn }, event.currentTarget);
          }}
        >
          <Day
            name="endedOn"
            label={t('members.last', { city: name })}
            value={today()}
            error={form.wrong('endedOn') ?? form.others(['endedOn'])[0]}
          />
          <Button type="submit" kind="secondary" disabled={form.isSending}>
            {t('members.end.submit')}
          </Button>
          {form.failure && <Failure error={form.failure} />}
        </form>
      </details>
    </li>
  );
}
