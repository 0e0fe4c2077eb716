import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Viewer } from '../../../access/viewer';
import { Checks, Column, Entity, Indexes, isOneOf, PrimaryGeneratedColumn } from '../../../data/table-decorators';
import { connectionOf, edgeOf } from '../../../graphql/connections';
import { toGlobalId } from '../../../graphql/global-id';
import { DateTime, JsonObject, Url } from '../../../graphql/scalars';

const nullable = true;

export enum WebhookStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}
registerEnumType(WebhookStatus, {
  name: 'WebhookStatus',
  description: 'Whether a webhook is told of events.',
  valuesConfig: {
    ACTIVE: { description: 'It is.' },
    DISABLED: { description: 'Not until it is resumed. `disabledReason` says why.' },
  },
});

/** Whose eyes a webhook sees with: a caller, without the end of their token. */
export type WebhookViewer = Omit<Viewer, 'expiresAt'>;

@ObjectType({
  description:
    'An address that is told of events by HTTP, for those who cannot keep a socket: what a subscription would tell is posted there, ' +
    'signed, in order, and again until it is received. See docs/webhooks.md.',
  simpleResolvers: true,
})
@Entity('webhook')
@Checks('webhook', {
  url: "url ~* '^https?://'",
  status: isOneOf('status', WebhookStatus),
  disabled: "(status = 'DISABLED') = (disabled_reason IS NOT NULL)",
  lease: '(lease IS NULL) = (leased_until IS NULL)',
})
@Indexes('webhook_owner_idx', 'webhook_next_attempt_at_idx')
export class Webhook {
  @PrimaryGeneratedColumn('identity', { name: 'id', generatedIdentity: 'BY DEFAULT' })
  rowId: number;

  @Column({ type: 'text', collation: 'C', unique: true })
  slug: string;

  @Field(() => ID, { description: 'Names it to `deleteWebhook` and `resumeWebhook`. Opaque.' })
  get id(): string {
    return toGlobalId('Webhook', this.slug);
  }

  @Field(() => String, {
    description: 'The account that registered it: the issuer of its tokens, a space, and its subject there.',
  })
  @Column({ type: 'text', collation: 'C' })
  owner: string;

  @Column('jsonb')
  viewer: WebhookViewer;

  @Column('text', { array: true })
  locales: string[];

  @Field(() => Url, { description: 'Where it is told.' })
  @Column('text')
  url: string;

  /** What messages are signed with. It is given once, to whoever registers the webhook. */
  @Column('text')
  secret: string;

  @Field(() => String, {
    description: 'What it is told: a subscription, whose filter says of which events, and its selection in which form.',
  })
  @Column('text')
  document: string;

  @Field(() => String, { nullable, description: 'Which operation of the document, where it has several.' })
  @Column('text', { nullable })
  operationName: string | null;

  @Field(() => JsonObject, { description: 'The values of the document’s variables.' })
  @Column('jsonb')
  variables: object;

  @Field(() => WebhookStatus, { description: 'Whether it is told of events at present.' })
  @Column('text', { default: WebhookStatus.ACTIVE })
  status: WebhookStatus;

  @Field(() => String, { nullable, description: 'Why it is disabled, in a line; null where it is not.' })
  @Column('text', { nullable })
  disabledReason: string | null;

  @Field(() => DateTime, { description: 'When it was registered.' })
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: string;

  @Column('timestamptz', { default: () => 'now()' })
  activeSince: string;

  @Column('bigint', { transformer: { from: Number, to: String } })
  position: number;

  @Field(() => DateTime, { description: 'No attempt is made before: later than now where it waits after a failure.' })
  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt: string;

  @Column('text', { nullable })
  lease: string | null;

  @Column('timestamptz', { nullable })
  leasedUntil: string | null;
}

export const WebhookEdge = edgeOf('Webhook', () => Webhook);
export const WebhookConnection = connectionOf(
  'Webhook',
  () => Webhook,
  () => WebhookEdge,
);
