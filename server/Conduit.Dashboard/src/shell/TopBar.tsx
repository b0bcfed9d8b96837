import { useAnswer } from '../api/mesh';
import type { Stat } from '../api/types';
import { question } from '../api/url';
import { kindOf } from '../format/words';
import { Icon } from '../parts/Icon';
import { places } from '../routing/places';
import { replaceQuery, useRoute } from '../routing/route';
import { toggleTheme, useTheme } from '../theme/theme';
import { pageLinks } from './pages';

interface Props {
  onMenu: () => void;
  onSearch: () => void;
}

export function TopBar({ onMenu, onSearch }: Props) {
  const theme = useTheme();

  return (
    <header className="topbar">
      <button type="button" className="icon-button menu-button" onClick={onMenu} aria-label="Pages">
        <Icon name="menu" />
      </button>
      <Where />
      <div className="spacer" />
      <Scope />
      <button type="button" className="button search-button" onClick={onSearch} aria-label="Search, or press the slash key">
        <Icon name="search" size={16} />
        <span>Search</span>
        <kbd>/</kbd>
      </button>
      <button type="button" className="icon-button" onClick={toggleTheme} aria-label={theme === 'dark' ? 'Switch to light colors' : 'Switch to dark colors'}>
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
    </header>
  );
}

function Where() {
  const { path } = useRoute();

  if (path[0] === 'workload') {
    const [, kind = '', namespace = '', name = ''] = path;

    return (
      <div className="where">
        <a href={places.overview(namespace)}>{namespace}</a>
        <span>/</span>
        <a href={places.workloads(kind, namespace)}>{kindOf(kind).many}</a>
        <span>/</span>
        <b>{name}</b>
      </div>
    );
  }

  return (
    <div className="where">
      <b>{pageLinks.find((page) => page.root === (path[0] ?? ''))?.name ?? 'Not found'}</b>
    </div>
  );
}

const scoped = ['', 'map', 'workloads'];

/** Chooses a namespace for the pages that can be narrowed to one. */
function Scope() {
  const { path, query } = useRoute();
  const shown = scoped.includes(path[0] ?? '');
  const { value } = useAnswer<Stat>(shown ? question('stat', { kind: 'namespace' }) : null);

  if (!shown) {
    return null;
  }

  const chosen = query.get('ns') ?? '';
  const names = new Set([...(value?.rows.map((row) => row.name) ?? []), ...(chosen ? [chosen] : [])]);

  return (
    <select className="input scope" aria-label="Namespace" value={chosen} onChange={(event) => replaceQuery({ ns: event.target.value })}>
      <option value="">All namespaces</option>
      {[...names].sort().map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
