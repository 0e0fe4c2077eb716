import { Field, ID, InputType } from 'type-graphql';
import { JsonObject, Url } from '../../../../graphql/scalars';
import { IdempotencyKey } from '../../../mutation-fields';

const nullable = true;

/** How long a document may be, and the JSON of its variables, in characters. */
export const MAX_DOCUMENT = 20_000;

@InputType({ description: 'An address to tell of events.' })
export class RegisterWebhookInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => Url, { description: 'Where to post: https, a host on the public internet, no user name and password.' })
  url: string;

  @Field(() => String, {
    description:
      'What to tell: a subscription, `subscription { solutionShared(filter: { sector: { eq: WASTE } }) { solution { title } } }`. ' +
      'Its filter says of which events, its selection in which form, and its `after` from where on; from now on, where that is left ' +
      `out. At most ${MAX_DOCUMENT} characters.`,
  })
  document: string;

  @Field(() => String, { nullable, description: 'Which operation of the document, where it has several.' })
  operationName?: string | null;

  @Field(() => JsonObject, { nullable, description: 'The values of the document’s variables.' })
  variables?: Record<string, unknown> | null;

  @Field(() => String, {
    nullable,
    description:
      'What to sign with: `whsec_` and 24 to 64 random bytes in base64. Left out: a new one, which the answer has.',
  })
  secret?: string | null;
}

@InputType({ description: 'A webhook to delete.' })
export class DeleteWebhookInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The webhook.' })
  webhookId: string;
}

@InputType({ description: 'A disabled webhook to resume.' })
export class ResumeWebhookInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The webhook.' })
  webhookId: string;
}

@InputType({ description: 'A delivery to try again.' })
export class ReplayWebhookDeliveryInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The delivery: one that is dead, or that was delivered or skipped.' })
  deliveryId: string;
}
