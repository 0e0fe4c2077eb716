import { Component, type ReactNode } from 'react';
import { useMessages } from '../i18n/catalog';
import { Button, Callout } from '../ui';
import { messages } from './messages';

/** Keeps a page's failure, or a file of an older build that is gone, from taking down all of the explorer. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useMessages(messages);
  return (
    <Callout tone="bad" live title={t('broken')}>
      <p>{t('broken.help')}</p>
      <div>
        <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
      </div>
    </Callout>
  );
}
