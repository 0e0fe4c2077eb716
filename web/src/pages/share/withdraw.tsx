import { graphql } from '../../api/graphql';
import { FormFrame, readForm, useForm, Words } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Text } from '../../i18n/text';
import { Button, closeDialog, Dialog } from '../../ui';
import { messages } from './messages';

const WITHDRAW = graphql(`
  mutation WithdrawSolution($input: WithdrawSolutionInput!) {
    withdrawSolution(input: $input) {
      solution {
        id
        status
        withdrawnAt
        withdrawnReason
        city {
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

export interface Withdrawn {
  id: string;
  slug: string;
  title: string;
  contentLocale: string;
}

export interface WithdrawProps {
  solution: Withdrawn;
  onClose: () => void;
  onDone: () => void;
}

/** Asks why a solution is taken back, and says what that means, before it is done. */
export function Withdraw({ solution, onClose, onDone }: WithdrawProps) {
  const t = useMessages(messages);
  const { id, slug, title, contentLocale } = solution;
  const form = useForm(WITHDRAW, `withdraw ${slug}`, onDone);
  return (
    <Dialog title={t('withdraw.ask')} onClose={onClose}>
      <FormFrame
        form={form}
        label={t('withdraw.ask')}
        submit={t('withdraw.submit')}
        onSubmit={(element) => form.submit({ solutionId: id, reason: readForm(element)['reason'] ?? '' })}
        aside={
          <Button kind="secondary" onClick={closeDialog}>
            {t('withdraw.keep')}
          </Button>
        }
      >
        <p>
          <strong>
            <Text locale={contentLocale}>{title}</Text>
          </strong>
        </p>
        <p>{t('withdraw.text')}</p>
        <Words name="reason" label={t('withdraw.reason')} hint={t('withdraw.reason.hint')} required lines={3} />
      </FormFrame>
    </Dialog>
  );
}
