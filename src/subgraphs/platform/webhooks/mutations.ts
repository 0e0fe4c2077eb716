import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context';
import { mutate } from '../../mutation';
import { OwnedBy } from '../../owned-by';
import {
  DeleteWebhookInput,
  RegisterWebhookInput,
  ReplayWebhookDeliveryInput,
  ResumeWebhookInput,
} from './commands/inputs';
import { deleteWebhook, replayWebhookDelivery, resumeWebhook } from './commands/keep-webhooks';
import {
  DeleteWebhookPayload,
  RegisterWebhookPayload,
  ReplayWebhookDeliveryPayload,
  ResumeWebhookPayload,
} from './commands/payloads';
import { registerWebhook } from './commands/register-webhook';

@OwnedBy('platform')
@Resolver()
export class WebhookMutations {
  @Mutation(() => RegisterWebhookPayload, {
    description:
      'Has events posted to an address, as a subscription tells them. They are seen with your eyes and in the languages of this ' +
      'request, also after your token has ended: delete the webhook when you no longer act for your city.',
  })
  async registerWebhook(
    @Arg('input', () => RegisterWebhookInput, { description: 'The address, and what to tell.' })
    input: RegisterWebhookInput,
    @Ctx() context: Context,
  ): Promise<RegisterWebhookPayload> {
    let secret: string | null = null;
    const command = registerWebhook(context, context, (issued) => (secret = issued));
    const { slug, userErrors } = await mutate(command, input, context);
    return Object.assign(new RegisterWebhookPayload(), { slug, userErrors, secret: slug === null ? null : secret });
  }

  @Mutation(() => DeleteWebhookPayload, {
    description: 'Tells a webhook of yours nothing more, and forgets it with its deliveries.',
  })
  async deleteWebhook(
    @Arg('input', () => DeleteWebhookInput, { description: 'Which.' }) input: DeleteWebhookInput,
    @Ctx() context: Context,
  ): Promise<DeleteWebhookPayload> {
    return Object.assign(new DeleteWebhookPayload(), await mutate(deleteWebhook, input, context));
  }

  @Mutation(() => ResumeWebhookPayload, {
    description: 'Tells a disabled webhook of yours of events again, from the first that it has not got.',
  })
  resumeWebhook(
    @Arg('input', () => ResumeWebhookInput, { description: 'Which.' }) input: ResumeWebhookInput,
    @Ctx() context: Context,
  ): Promise<ResumeWebhookPayload> {
    return mutate(resumeWebhook(context), input, context);
  }

  @Mutation(() => ReplayWebhookDeliveryPayload, {
    description: 'Tries a delivery again that has ended, before later ones, with the same `webhook-id`.',
  })
  replayWebhookDelivery(
    @Arg('input', () => ReplayWebhookDeliveryInput, { description: 'Which.' }) input: ReplayWebhookDeliveryInput,
    @Ctx() context: Context,
  ): Promise<ReplayWebhookDeliveryPayload> {
    return mutate(replayWebhookDelivery(context), input, context);
  }
}
