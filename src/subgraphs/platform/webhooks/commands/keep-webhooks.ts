import type { Command } from '../../../../commands/command';
import { UserErrorCode } from '../../../../graphql/user-error';
import type { Services } from '../../../context';
import { WebhookDelivery, WebhookDeliveryStatus } from '../delivery';
import { Webhook, WebhookStatus } from '../webhook';
import type { DeleteWebhookInput, ReplayWebhookDeliveryInput, ResumeWebhookInput } from './inputs';
import { ownDelivery, ownWebhook } from './owned';

const { CONFLICT } = UserErrorCode;

/** Deletes a webhook, and what is known of its deliveries. */
export const deleteWebhook: Command<DeleteWebhookInput> = {
  name: 'deleteWebhook',
  async run({ webhookId }, work) {
    const { webhook } = work.proceed({ webhook: await ownWebhook(work, webhookId, 'webhookId') });
    await work.manager.delete(Webhook, { rowId: webhook.rowId });
    return webhook.slug;
  },
};

/** Tells a disabled webhook of events again: from where it stopped, or from the first one that is still kept. */
export const resumeWebhook = ({ log }: Services): Command<ResumeWebhookInput> => ({
  name: 'resumeWebhook',
  async run({ webhookId }, work) {
    const { webhook } = work.proceed({ webhook: await ownWebhook(work, webhookId, 'webhookId') });
    if (webhook.status !== WebhookStatus.DISABLED)
      work.refuse(CONFLICT, 'Expected a webhook that is disabled, but this one is active.', 'webhookId');
    work.proceed({});
    const { rowId } = webhook;
    const position = Math.max(webhook.position, (await log.oldest()) - 1);
    const now = () => 'now()';
    await work.manager.update(
      Webhook,
      { rowId },
      { status: WebhookStatus.ACTIVE, disabledReason: null, position, activeSince: now, nextAttemptAt: now },
    );
    return webhook.slug;
  },
});

/** Tries a delivery again, for as long as if its event had just happened, and before all that the webhook has not got yet. */
export const replayWebhookDelivery = ({ webhooks }: Services): Command<ReplayWebhookDeliveryInput> => ({
  name: 'replayWebhookDelivery',
  async run({ deliveryId }, work) {
    const { found } = work.proceed({ found: await ownDelivery(work, deliveryId, 'deliveryId') });
    const { delivery, webhook } = found;
    if (delivery.status === WebhookDeliveryStatus.PENDING)
      work.refuse(CONFLICT, 'Expected a delivery that has ended, but this one is being tried.', 'deliveryId');
    if (webhook.status === WebhookStatus.DISABLED)
      work.refuse(CONFLICT, 'Expected a webhook that is active: resume it first.', 'deliveryId');
    work.proceed({});
    await work.manager.update(
      WebhookDelivery,
      { rowId: delivery.rowId },
      {
        status: WebhookDeliveryStatus.PENDING,
        attempts: 0,
        expiresAt: () => `now() + interval '${webhooks.retryPeriod} seconds'`,
      },
    );
    await work.manager.update(Webhook, { rowId: webhook.rowId }, { nextAttemptAt: () => 'now()' });
    return delivery.slug;
  },
});
