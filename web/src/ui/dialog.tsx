import { startTransition, useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import css from './dialog.module.css';

export interface DialogProps {
  title: ReactNode;
  /** It was closed: by what is in it, or with Escape. */
  onClose: () => void;
  children: ReactNode;
}

/** Asks something before anything else goes on. The browser keeps the keyboard inside, and closes it with Escape; then it is where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!element.current?.open) element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} className={css.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** For a button within: closes the dialog. */
export const closeDialog = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.closest('dialog')?.close();

/** Whether a dialog is open. The page stays as it is, with the keyboard where it is, until all is there that the dialog needs. */
export function useDialog(): { isOpen: boolean; open: () => void; close: () => void } {
  const [isOpen, setOpen] = useState(false);
  return { isOpen, open: () => startTransition(() => setOpen(true)), close: () => setOpen(false) };
}
