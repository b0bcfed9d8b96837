import { useAnswer, useConnection } from '../api/mesh';
import type { ControlPlane } from '../api/types';
import { question } from '../api/url';
import { Icon } from '../parts/Icon';
import { places } from '../routing/places';
import { useRoute } from '../routing/route';
import { pageLinks } from './pages';

const words = { live: 'Live, every second', connecting: 'Connecting …', paused: 'Paused', lost: 'Connection lost' };

export function Sidebar({ open, onGone }: { open: boolean; onGone: () => void }) {
  const { path, query } = useRoute();
  const root = path[0] === 'workload' ? 'workloads' : (path[0] ?? '');
  const namespace = query.get('ns') ?? undefined;
  const { value: control } = useAnswer<ControlPlane>(question('control-plane'));
  const connection = useConnection();
  const failed = control?.checks.filter((check) => !check.passed).length ?? 0;

  return (
    <aside className={`sidebar ${open ? 'open' : ''}`} aria-label="Conduit" onClick={onGone}>
      <a className="brand" href={places.overview()}>
        <img src="./icon.svg" width="26" height="26" alt="" />
        Conduit
      </a>
      <nav className="nav" aria-label="Pages">
        {pageLinks.map((page) => (
          <a key={page.root} href={page.place(namespace)} aria-current={root === page.root ? 'page' : undefined}>
            <Icon name={page.icon} />
            {page.name}
            {page.root === 'control-plane' && failed > 0 && (
              <span className="count bad" aria-label={`${failed} failed checks`}>{failed}</span>
            )}
          </a>
        ))}
      </nav>
      <div className="sidebar-foot">
        <span className={`live ${connection.state}`} role="status">
          <i className="beat" />
          {words[connection.state]}
        </span>
        {control && <span>Conduit {control.version}</span>}
      </div>
    </aside>
  );
}
