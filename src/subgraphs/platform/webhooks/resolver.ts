import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Unauthenticated } from '../../../access/errors';
import { isAdmin } from '../../../access/rights';
import { actorOf } from '../../../access/viewer';
import type { Connection } from '../../../data/connection';
import { ForwardPageArgs } from '../../../graphql/pages';
import type { Context } from '../../context';
import { OwnedBy } from '../../owned-by';
import { WebhookDelivery, WebhookDeliveryConnection, WebhookDeliveryStatus } from './delivery';
import { deliveriesOfWebhook, webhooks } from './reads';
import { Webhook, WebhookConnection } from './webhook';

const nullable = true;

@OwnedBy('platform')
@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    nullable,
    description: 'Your webhooks, the latest first; everybody’s for admins. Anonymous callers get UNAUTHENTICATED.',
  })
  webhooks(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { reader, viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Webhook>> {
    if (!viewer) throw new Unauthenticated('Expected a token, for webhooks belong to accounts, but got none.');
    const owner = isAdmin(viewer) ? null : actorOf(viewer);
    return reader.list(webhooks, null, { page, owner }, info);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description:
      'What it was told of, the latest first, with the last answers; kept as long as the log keeps events. Those that are dead: ' +
      '`deliveries(status: DEAD)`.',
  })
  deliveries(
    @Root() webhook: Webhook,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Arg('status', () => WebhookDeliveryStatus, { nullable, description: 'Those with this status. Left out: all.' })
    status: WebhookDeliveryStatus | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<WebhookDelivery>> {
    return reader.list(deliveriesOfWebhook, webhook.rowId, { page, status: status ?? null }, info);
  }
}
