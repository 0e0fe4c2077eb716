import { useState } from 'react';
import { Focused, useControl, type Form } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { useFormat } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { Button, ButtonLink, Callout, Row } from '../../ui';
import { messages } from './messages';

/** What may change of a solution, as its revisions name it. */
const FIELDS = ['title', 'summary', 'body', 'sector', 'status', 'visibility', 'links', 'networks'] as const;

export interface ConflictProps {
  form: Pick<Form<{ ifRevision?: number | null }>, 'again' | 'isSending'>;
  slug: string;
  /** All that is known, the latest first. */
  revisions: readonly { number: number; revisedAt: string; changes: readonly { field: string }[] }[];
}

/**
 * The revision that the form began with, which is sent with it; and, where somebody has changed the solution since, what: one may look,
 * and save what one has written over it.
 */
export function Conflict({ form, slug, revisions }: ConflictProps) {
  const t = useMessages(messages);
  const { list, dateTime } = useFormat();
  const locale = useLocale();
  const { kept, mistake } = useControl('ifRevision');
  const latest = revisions[0]?.number ?? 0;
  const [base] = useState(Number(kept?.[0] ?? latest));
  const since = revisions.filter(({ number }) => number > base);
  const changed = new Set(since.flatMap(({ changes }) => changes.map(({ field }) => field)));
  const fields = FIELDS.filter((field) => changed.has(field)).map((field) => t(`changed.${field}`));
  return (
    <>
      <input type="hidden" name="ifRevision" value={base} readOnly />
      {mistake.error !== undefined && since[0] && (
        <Focused>
          <Callout tone="warn" live title={t('conflict')}>
            <p>{t('conflict.text', { time: dateTime(since[0].revisedAt), fields: list(fields) })}</p>
            <Row>
              <ButtonLink external kind="secondary" small href={`/${locale}/solution/${slug}`} target="_blank">
                {t('conflict.look')}
              </ButtonLink>
              <Button small disabled={form.isSending} onClick={() => form.again({ ifRevision: latest })}>
                {t('conflict.over')}
              </Button>
            </Row>
          </Callout>
        </Focused>
      )}
    </>
  );
}
