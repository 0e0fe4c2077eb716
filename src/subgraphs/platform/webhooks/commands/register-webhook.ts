import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Command } from '../../../../commands/command';
import type { Work } from '../../../../commands/work';
import { UserErrorCode } from '../../../../graphql/user-error';
import { urlMistake } from '../../../../webhooks/endpoint-url';
import { isSecret, newSecret } from '../../../../webhooks/signature';
import type { Caller, Services } from '../../../context';
import { Webhook } from '../webhook';
import { MAX_DOCUMENT, type RegisterWebhookInput } from './inputs';

const { CONFLICT, INVALID } = UserErrorCode;

/** How many webhooks an account may have. */
const MOST = 50;

/**
 * Registers a webhook, which sees with the eyes of whoever registers it.
 * @param issue is told the secret, for this once
 */
export const registerWebhook = (
  { webhooks, log }: Services,
  caller: Caller,
  issue: (secret: string) => void,
): Command<RegisterWebhookInput> => ({
  name: 'registerWebhook',
  async run(input, work) {
    const { url, document, operationName } = input;
    const variables = input.variables ?? {};
    const owned = await work.manager.countBy(Webhook, { owner: work.actor });
    if (owned >= MOST) work.refuse(CONFLICT, `Expected at most ${MOST} webhooks of an account: delete one of yours.`);
    const wrongUrl = await urlMistake(url, webhooks.policy);
    if (wrongUrl !== null) work.refuse(INVALID, wrongUrl, 'url');
    const secret = input.secret ?? newSecret();
    if (!isSecret(secret))
      work.refuse(INVALID, 'Expected whsec_ and 24 to 64 bytes in base64, but got something else.', 'secret');
    checkLength(work, document, 'document');
    checkLength(work, JSON.stringify(variables), 'variables');
    work.proceed({});
    const position = await begin(work, async () => {
      const { after } = await webhooks.admit({ document, variables, operationName: operationName ?? null }, caller);
      return after === null ? log.head() : log.positionOf(after);
    });
    const { expiresAt: _, ...viewer } = work.viewer;
    const slug = randomBytes(12).toString('hex');
    await work.manager.insert(Webhook, {
      ...{ slug, owner: work.actor, viewer, locales: [...caller.locales] },
      ...{ url, secret, document, operationName: operationName ?? null, variables },
      ...work.proceed({ position }),
    });
    issue(secret);
    return slug;
  },
});

function checkLength(work: Work, text: string, field: string): void {
  if (text.length > MAX_DOCUMENT || /\0|\\u0000/.test(text))
    work.refuse(INVALID, `Expected at most ${MAX_DOCUMENT} characters, none of them NUL.`, field);
}

/** Where the document begins; null, with a mistake noted, for one that may not run. */
async function begin(work: Work, find: () => Promise<number>): Promise<number | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    work.refuse(INVALID, error.message, 'document');
    return null;
  }
}
