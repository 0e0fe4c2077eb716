import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  Checks,
  Column,
  Entity,
  ForeignKey,
  Indexes,
  isOneOf,
  PrimaryGeneratedColumn,
  Unique,
} from '../../../data/table-decorators';
import { ChangeType } from '../../../events/event';
import { connectionOf, edgeOf } from '../../../graphql/connections';
import { toGlobalId } from '../../../graphql/global-id';
import { DateTime, NonNegativeInt } from '../../../graphql/scalars';
import { Webhook } from './webhook';

const nullable = true;

export enum WebhookDeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  DEAD = 'DEAD',
  SKIPPED = 'SKIPPED',
}
registerEnumType(WebhookDeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  description: 'What became of a delivery.',
  valuesConfig: {
    PENDING: { description: 'It is tried, or tried again. Later events wait for it.' },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299.' },
    DEAD: { description: 'It was given up after a day. `replayWebhookDelivery` tries it again.' },
    SKIPPED: { description: 'What it was about vanished, or was hidden from the owner, before it was received.' },
  },
});

@ObjectType({ description: 'An event that a webhook is told of, and what came of it.', simpleResolvers: true })
@Entity('webhook_delivery')
@Unique('webhook_delivery_webhook_id_position_key', ['webhookId', 'position'])
@Checks('webhook_delivery', {
  status: isOneOf('status', WebhookDeliveryStatus),
  attempts: 'attempts >= 0',
})
@Indexes('webhook_delivery_pending_idx', 'webhook_delivery_attempted_at_idx')
export class WebhookDelivery {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  rowId: number;

  @Column({ type: 'text', collation: 'C', unique: true })
  slug: string;

  @Field(() => String, {
    description: 'The `webhook-id` of its messages, the same for every attempt: a receiver knows repeats by it.',
  })
  get messageId(): string {
    return this.slug;
  }

  @Field(() => ID, { description: 'Names it to `replayWebhookDelivery`. Opaque.' })
  get id(): string {
    return toGlobalId('WebhookDelivery', this.slug);
  }

  @Column('integer')
  @ForeignKey(() => Webhook, { onDelete: 'CASCADE' })
  webhookId: number;

  @Column('bigint')
  position: number;

  @Field(() => ChangeType, { description: 'What happened.' })
  @Column({ type: 'text', collation: 'C' })
  type: ChangeType;

  @Column({ type: 'text', collation: 'C' })
  subjectType: string;

  @Column({ type: 'text', collation: 'C' })
  subjectSlug: string;

  @Field(() => ID, { description: 'The record that it happened to: `node(id:)` finds it, if you may see it.' })
  get nodeId(): string {
    return toGlobalId(this.subjectType, this.subjectSlug);
  }

  @Field(() => DateTime, { description: 'When it happened.' })
  @Column('timestamptz')
  occurredAt: string;

  @Field(() => WebhookDeliveryStatus, { description: 'What became of it.' })
  @Column('text', { default: WebhookDeliveryStatus.PENDING })
  status: WebhookDeliveryStatus;

  @Field(() => NonNegativeInt, { description: 'How often it was tried; anew since it was replayed.' })
  @Column('integer', { default: 0 })
  attempts: number;

  @Field(() => DateTime, { description: 'When it is given up, unless it is received before.' })
  @Column('timestamptz')
  expiresAt: string;

  @Field(() => DateTime, { nullable, description: 'When it was tried last; null before the first attempt.' })
  @Column('timestamptz', { nullable })
  attemptedAt: string | null;

  @Field(() => Int, { nullable, description: 'The HTTP status of the last answer; null where there was none.' })
  @Column('integer', { nullable })
  responseStatus: number | null;

  @Field(() => String, { nullable, description: 'What the last answer said: its first kilobyte.' })
  @Column('text', { nullable })
  responseBody: string | null;

  @Field(() => String, { nullable, description: 'Why the last attempt failed, in a line; null where it did not.' })
  @Column('text', { nullable })
  problem: string | null;
}

export const WebhookDeliveryEdge = edgeOf('WebhookDelivery', () => WebhookDelivery);
export const WebhookDeliveryConnection = connectionOf(
  'WebhookDelivery',
  () => WebhookDelivery,
  () => WebhookDeliveryEdge,
);
