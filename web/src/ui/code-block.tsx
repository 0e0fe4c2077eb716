import { useId, useState } from 'react';
import { useMessages } from '../i18n/catalog';
import { Button } from './button';
import { classes } from './classes';
import css from './code-block.module.css';
import { messages } from './messages';

export interface CodeBlockProps {
  /** What it is: shown above it, and its name for screen readers. */
  title: string;
  text: string;
  /** Whether long lines are broken, as in prose. Default: it scrolls sideways. */
  wraps?: boolean;
}

/** Text to be taken elsewhere as it is: commands, code, citations. */
export function CodeBlock({ title, text, wraps }: CodeBlockProps) {
  const t = useMessages(messages);
  const id = useId();
  const [said, say] = useState('');
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('copied')),
      () => say(t('copy.failed')),
    );
  return (
    <div className={css.block}>
      <div className={css.head}>
        <span className={css.title} id={id}>
          {title}
        </span>
        <span className={css.said} role="status">
          {said}
        </span>
        <Button kind="quiet" small aria-label={t('copy.of', { title })} onClick={copy}>
          {t('copy')}
        </Button>
      </div>
      <pre
        className={classes(css.text, wraps && css.wraps)}
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        translate="no"
      >
        {text}
      </pre>
    </div>
  );
}
