import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, ID, Info, ObjectType, Resolver, Root } from 'type-graphql';
import { toGlobalId } from '../../../../graphql/global-id';
import type { Context } from '../../../context';
import { Payload } from '../../../mutation';
import { OwnedBy } from '../../../owned-by';
import { WebhookDelivery } from '../delivery';
import { deliveryReads, webhookReads } from '../reads';
import { Webhook } from '../webhook';

const nullable = true;

@ObjectType({ description: 'A webhook that was registered.', simpleResolvers: true })
export class RegisterWebhookPayload extends Payload {
  @Field(() => String, {
    nullable,
    description:
      'What its messages are signed with. Keep it: it is shown this once, and not again to who repeats the request.',
  })
  secret: string | null;
}

@ObjectType({ description: 'A webhook that was resumed.', simpleResolvers: true })
export class ResumeWebhookPayload extends Payload {}

@ObjectType({ description: 'A webhook that was deleted.', simpleResolvers: true })
export class DeleteWebhookPayload extends Payload {
  @Field(() => ID, { nullable, description: 'Its id; null where there is something to mend.' })
  get deletedWebhookId(): string | null {
    return this.slug === null ? null : toGlobalId('Webhook', this.slug);
  }
}

@ObjectType({ description: 'A delivery that is tried again.', simpleResolvers: true })
export class ReplayWebhookDeliveryPayload extends Payload {}

const WEBHOOK = { nullable, description: 'The webhook as it is now; null where there is something to mend.' };

const readWebhook = (
  { slug }: Payload,
  { reader }: Context,
  info: GraphQLResolveInfo,
): Promise<Webhook | null> | null => (slug === null ? null : reader.byKey(webhookReads, 'slug', slug, info));

@OwnedBy('platform')
@Resolver(() => RegisterWebhookPayload)
export class RegisterWebhookPayloadResolver {
  @FieldResolver(() => Webhook, WEBHOOK)
  webhook(
    @Root() payload: RegisterWebhookPayload,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Webhook | null> | null {
    return readWebhook(payload, context, info);
  }
}

@OwnedBy('platform')
@Resolver(() => ResumeWebhookPayload)
export class ResumeWebhookPayloadResolver {
  @FieldResolver(() => Webhook, WEBHOOK)
  webhook(
    @Root() payload: ResumeWebhookPayload,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Webhook | null> | null {
    return readWebhook(payload, context, info);
  }
}

@OwnedBy('platform')
@Resolver(() => ReplayWebhookDeliveryPayload)
export class ReplayWebhookDeliveryPayloadResolver {
  @FieldResolver(() => WebhookDelivery, {
    nullable,
    description: 'The delivery as it is now; null where there is something to mend.',
  })
  delivery(
    @Root() { slug }: ReplayWebhookDeliveryPayload,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WebhookDelivery | null> | null {
    return slug === null ? null : reader.byKey(deliveryReads, 'slug', slug, info);
  }
}
