import { BODY, MAX_LINKS, MAX_URL, SUMMARY, TITLE } from '../../../commands/bounds';
import type { Work } from '../../../commands/work';
import { UserErrorCode } from '../../../graphql/user-error';

/** The texts of a solution in one language. */
export interface Texts {
  title?: string | null;
  summary?: string | null;
  body?: string | null;
}

/** Notes the mistakes in texts that are given. An empty body is none. */
export function checkTexts(work: Work, { title, summary, body }: Texts): void {
  work.checkText(title, TITLE, 'title');
  work.checkText(summary, SUMMARY, 'summary');
  work.checkText(body || null, BODY, 'body');
}

/** Notes the mistakes in addresses that are given. That they are of the web, their scalar has seen to. */
export function checkLinks(work: Work, links: readonly string[]): void {
  if (links.length > MAX_LINKS)
    work.refuse(UserErrorCode.INVALID, `Expected at most ${MAX_LINKS} links, but got ${links.length}.`, 'links');
  links.forEach((link, i) => {
    if (link.length > MAX_URL)
      work.refuse(
        UserErrorCode.INVALID,
        `Expected at most ${MAX_URL} characters, but got ${link.length}.`,
        'links',
        String(i),
      );
  });
}
