import { isAdmin } from '../../../../access/rights';
import type { Work } from '../../../../commands/work';
import { readGlobalId } from '../../../../graphql/global-id';
import { UserErrorCode } from '../../../../graphql/user-error';
import { WebhookDelivery } from '../delivery';
import { Webhook } from '../webhook';

/** The slug of an id of this type; null for any other id. Ours are hexadecimal. */
function slugOf(type: string, id: string): string | null {
  const found = readGlobalId(id);
  return found?.type === type && /^[0-9a-f-]+$/.test(found.slug) ? found.slug : null;
}

/** The webhook of an id, its row locked; null, with a mistake noted, for none of the caller's. Admins have everybody's. */
export async function ownWebhook(work: Work, id: string, field: string): Promise<Webhook | null> {
  const slug = slugOf('Webhook', id);
  const webhook = slug === null ? null : await lock(work, { slug });
  if (!webhook) notFound(work, 'Webhook', field);
  return webhook;
}

/** The delivery of an id, and its webhook, whose row is locked; null, with a mistake noted, for none to the caller's. */
export async function ownDelivery(
  work: Work,
  id: string,
  field: string,
): Promise<{ delivery: WebhookDelivery; webhook: Webhook } | null> {
  const slug = slugOf('WebhookDelivery', id);
  const find = () => (slug === null ? null : work.manager.findOneBy(WebhookDelivery, { slug }));
  const known = await find();
  const webhook = known && (await lock(work, { rowId: known.webhookId }));
  // Read again: it may have changed until the webhook's row was ours.
  const delivery = webhook && (await find());
  if (!webhook || !delivery) {
    notFound(work, 'WebhookDelivery', field);
    return null;
  }
  return { delivery, webhook };
}

async function lock(work: Work, where: { slug: string } | { rowId: number }): Promise<Webhook | null> {
  const own = isAdmin(work.viewer) ? {} : { owner: work.actor };
  return work.manager.findOne(Webhook, { where: { ...where, ...own }, lock: { mode: 'pessimistic_write' } });
}

const notFound = (work: Work, type: string, field: string): void =>
  work.refuse(UserErrorCode.NOT_FOUND, `Expected the id of a ${type} of yours, but there is none.`, field);
