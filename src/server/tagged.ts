import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, type Answer } from './answer';
import { isKnownTag } from './known-tag';

/**
 * Sends the answer to a GET, which caches may keep, with a tag; without a body where the client has it already. The tag is strong:
 * another one for each body.
 */
export function sendTagged(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Omit<Answer, 'hasErrors'>,
): void {
  const { status, headers, body } = answer;
  if (status !== 200) return send(response, answer);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  if (!isKnownTag(request.headers['if-none-match'], etag))
    return send(response, { ...answer, headers: { ...headers, etag } });
  const { 'content-type': _none, ...others } = headers;
  response.writeHead(304, { ...others, etag }).end();
}
