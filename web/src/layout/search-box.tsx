import { useEffect, useRef, type SubmitEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useMessages } from '../i18n/catalog';
import { messages } from './messages';
import css from './tools.module.css';

/** Searches from everywhere; the key / leads to it. */
export function SearchBox() {
  const t = useMessages(messages);
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const writes = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = input.current?.value.trim();
    if (text) navigate(`/search?${new URLSearchParams({ q: text })}`);
  };

  const searched = parameters.get('q') ?? '';
  return (
    <form role="search" className={css.search} onSubmit={onSubmit}>
      <input
        key={searched}
        ref={input}
        type="search"
        name="q"
        defaultValue={searched}
        aria-label={t('search')}
        aria-keyshortcuts="/"
        placeholder={t('search.submit')}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
