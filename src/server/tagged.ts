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
  if (status === 200) {
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    response.setHeader('etag', etag);
    if (isKnownTag(request.headers['if-none-match'], etag)) {
      response.removeHeader('content-type');
      response.writeHead(304, headers).end();
      return;
    }
  }
  send(response, answer);
}
