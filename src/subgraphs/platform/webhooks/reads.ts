import sql, { raw } from 'sql-template-tag';
import { EntityReads } from '../../../data/entity-reads';
import { list, type ListArgs } from '../../../data/list';
import { WebhookDelivery, type WebhookDeliveryStatus } from './delivery';
import { Webhook } from './webhook';

const moment = (column: string) => (t: string) => `to_char(${t}.${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const webhookReads = new EntityReads(Webhook, {
  table: 'webhook',
  columns: { createdAt: moment('created_at'), nextAttemptAt: moment('next_attempt_at') },
});

export const deliveryReads = new EntityReads(WebhookDelivery, {
  table: 'webhook_delivery',
  fields: { messageId: ['slug'], nodeId: ['subjectType', 'subjectSlug'] },
  columns: {
    occurredAt: moment('occurred_at'),
    expiresAt: moment('expires_at'),
    attemptedAt: moment('attempted_at'),
  },
});

export interface WebhookListArgs extends ListArgs {
  /** Whose; null for everybody's. */
  owner: string | null;
}

export const webhooks = list<Webhook, WebhookListArgs>({
  node: () => webhookReads,
  t: 'w',
  ofParent: false,
  from: () => raw('webhook w'),
  where: ({ args: { owner } }) => (owner === null ? [] : [sql`w.owner = ${owner}`]),
  orders: () => ({ CREATED_AT: { key: 'w.created_at', type: 'timestamptz', natural: 'DESC' } }),
  defaultOrder: 'CREATED_AT',
});

export interface DeliveryListArgs extends ListArgs {
  status: WebhookDeliveryStatus | null;
}

export const deliveriesOfWebhook = list<WebhookDelivery, DeliveryListArgs>({
  node: () => deliveryReads,
  t: 'd',
  ofParent: true,
  from: () => raw('webhook_delivery d'),
  where: ({ args: { status }, parent }) => [
    sql`d.webhook_id = ${parent}`,
    ...(status === null ? [] : [sql`d.status = ${status}::text`]),
  ],
  orders: () => ({ POSITION: { key: 'd.position', type: 'numeric', natural: 'DESC' } }),
  defaultOrder: 'POSITION',
});
