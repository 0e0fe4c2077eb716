import { graphql } from '../../api/graphql';
import { Day, FormFrame, readForm, today, useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Button, closeDialog, Dialog } from '../../ui';
import { messages } from './messages';

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

export interface EndMembershipProps {
  id: string;
  city: string;
  network: string;
  onClose: () => void;
  onDone: () => void;
}

/** Asks from which day on a city is no member any more, before its membership is ended. */
export function EndMembership({ id, city, network, onClose, onDone }: EndMembershipProps) {
  const t = useMessages(messages);
  const form = useForm(END, `end of membership ${id}`, onDone);
  const title = t('members.end.it', { city });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame
        form={form}
        label={title}
        submit={t('members.end.submit')}
        onSubmit={(element) => form.submit({ membershipId: id, endedOn: readForm(element)['endedOn'] ?? '' })}
        aside={
          <Button kind="secondary" onClick={closeDialog}>
            {t('members.keep')}
          </Button>
        }
      >
        <p>{t('members.end.text', { city, network })}</p>
        <Day name="endedOn" label={t('members.last', { city })} required value={today()} />
      </FormFrame>
    </Dialog>
  );
}
