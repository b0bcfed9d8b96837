import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useConnection, useMesh } from '../api/mesh';
import { useRoute } from '../routing/route';
import { Keys } from './Keys';
import { Search } from './Search';
import './shell.css';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import { useKeyboard } from './useKeyboard';

export function Shell({ children }: { children: ReactNode }) {
  const [menu, setMenu] = useState(false);
  const [dialog, setDialog] = useState<'search' | 'keys' | null>(null);
  const main = useRef<HTMLElement>(null);
  const { path } = useRoute();
  const address = path.join('/');
  const search = useCallback(() => setDialog('search'), []);
  const keys = useCallback(() => setDialog('keys'), []);
  const close = useCallback(() => setDialog(null), []);
  useKeyboard({ onSearch: search, onKeys: keys });

  useEffect(() => {
    scrollTo(0, 0);
  }, [address]);

  return (
    <div className="shell">
      <a className="skip button primary" href={location.hash || '#/'} onClick={() => main.current?.focus()}>
        Skip to the content
      </a>
      <Sidebar open={menu} onGone={() => setMenu(false)} />
      {menu && <button type="button" className="veil" aria-label="Close the menu" onClick={() => setMenu(false)} />}
      <div className="main">
        <TopBar onMenu={() => setMenu(true)} onSearch={search} />
        <main className="page" ref={main} tabIndex={-1}>
          <Lost />
          {children}
        </main>
      </div>
      {dialog === 'search' && <Search onClose={close} />}
      {dialog === 'keys' && <Keys onClose={close} />}
    </div>
  );
}

/** What is shown is old; says since when the controller is gone and that somebody tries. */
function Lost() {
  const connection = useConnection();
  const mesh = useMesh();

  return connection.state === 'lost' ? (
    <div className="notice bad" role="alert">
      <span>{connection.why} What you see is the last answer; trying again.</span>
      <button type="button" className="link" onClick={() => mesh.retry()}>Try now</button>
    </div>
  ) : null;
}
