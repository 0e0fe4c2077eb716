import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { graphql, type VariablesOf } from '../../api/graphql';
import { useCities } from '../../choices/use-choices';
import { Day, Done, FormFrame, Pair, readForm, Select, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useTerms } from '../../terms';
import { Section } from '../../ui';
import { Members } from './members';
import { messages } from './messages';
import css from './share.module.css';
import type { NetworkOfViewer } from './types';

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

type SetInput = VariablesOf<typeof SET>['input'];

const ROLES = ['MEMBER', 'LEAD', 'CO_LEAD', 'OBSERVER'] as const;

/** The members of a network, for those who keep it; which network is in the address. */
export function Memberships({ networks }: { networks: readonly NetworkOfViewer[] }) {
  const t = useMessages(messages);
  const [search, setSearch] = useSearchParams();
  const network = networks.find(({ slug }) => slug === search.get('network')) ?? networks[0]!;
  return (
    <div className={css.parts}>
      <Section heading={t('members.set', { network: network.name })}>
        {networks.length > 1 && (
          <Select
            name="network"
            label={t('network')}
            options={networks.map(({ slug, name, contentLocale }) => ({
              value: slug,
              text: name,
              locale: contentLocale,
            }))}
            value={network.slug}
            onChange={(slug) =>
              setSearch((before) => ({ ...Object.fromEntries(before), tab: 'members', network: slug }), {
                replace: true,
              })
            }
          />
        )}
        <SetMembership key={network.id} network={network} />
      </Section>
      <Members key={network.slug} network={network} />
    </div>
  );
}

function SetMembership({ network }: { network: NetworkOfViewer }) {
  const t = useMessages(messages);
  const say = useTerms();
  const cities = useCities();
  const [done, setDone] = useState<string>();
  const form = useForm(SET, `membership in ${network.slug}`, ({ setMembership }) =>
    setDone(setMembership.membership?.city?.name),
  );
  const send = (element: HTMLFormElement) => {
    setDone(undefined);
    form.submit({ ...readForm(element), networkId: network.id } as Omit<SetInput, 'idempotencyKey'>);
  };
  return (
    <FormFrame
      form={form}
      label={t('members')}
      submit={t('members.submit')}
      onSubmit={send}
      done={
        done !== undefined && (
          <Done title={t('members.done')}>
            <p>{done}</p>
          </Done>
        )
      }
    >
      <Pair>
        <Select
          name="cityId"
          label={t('city')}
          required
          none={t('choose')}
          options={cities.map(({ id, name, contentLocale }) => ({ value: id, text: name, locale: contentLocale }))}
        />
        <Select
          name="role"
          label={t('role')}
          options={ROLES.map((role) => ({ value: role, text: say('MembershipRole', role) }))}
        />
        <Day name="startedOn" label={t('members.since')} hint={t('unknown.hint')} />
      </Pair>
    </FormFrame>
  );
}
