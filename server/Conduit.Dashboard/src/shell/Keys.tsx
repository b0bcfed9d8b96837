import { useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon';
import { pageLinks } from './pages';

/** What the keyboard can do. */
export function Keys({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">Keyboard</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        <dt><kbd>/</kbd> or <kbd>Ctrl</kbd> <kbd>K</kbd></dt>
        <dd>Search</dd>
        {pageLinks.map((page) => (
          <Row key={page.key} keys={['g', page.key]} what={page.name} />
        ))}
        <dt><kbd>d</kbd></dt>
        <dd>Light or dark</dd>
        <dt><kbd>?</kbd></dt>
        <dd>This list</dd>
      </dl>
    </dialog>
  );
}

function Row({ keys, what }: { keys: string[]; what: string }) {
  return (
    <>
      <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
      <dd>{what}</dd>
    </>
  );
}
