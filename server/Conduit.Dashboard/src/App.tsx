import { useEffect, type ReactNode } from 'react';
import { ControlPlanePage } from './pages/control/ControlPlanePage';
import { MapPage } from './pages/map/MapPage';
import { NamespacesPage } from './pages/namespaces/NamespacesPage';
import { OverviewPage } from './pages/overview/OverviewPage';
import { TapPage } from './pages/tap/TapPage';
import { WorkloadPage } from './pages/workload/WorkloadPage';
import { WorkloadsPage } from './pages/workloads/WorkloadsPage';
import { Empty } from './parts/Empty';
import { PageHead } from './parts/PageHead';
import { places } from './routing/places';
import { useRoute, type Route } from './routing/route';
import { Shell } from './shell/Shell';

export function App() {
  const route = useRoute();
  const [title, page] = pageOf(route);

  useEffect(() => {
    document.title = `${title} · Conduit`;
  }, [title]);

  return <Shell>{page}</Shell>;
}

function pageOf({ path, query }: Route): [string, ReactNode] {
  const namespace = query.get('ns') ?? undefined;

  switch (path[0]) {
    case undefined:
      return [namespace ?? 'Overview', <OverviewPage key={namespace} namespace={namespace} />];
    case 'namespaces':
      return ['Namespaces', <NamespacesPage />];
    case 'workloads':
      return ['Workloads', <WorkloadsPage kind={path[1] ?? 'deployment'} namespace={namespace} />];
    case 'workload': {
      const [, kind = '', space = '', name = ''] = path;
      return [name, <WorkloadPage key={path.join('/')} resource={{ kind, namespace: space, name }} />];
    }
    case 'map':
      return ['Map', <MapPage namespace={namespace} />];
    case 'tap':
      return ['Tap', <TapPage />];
    case 'control-plane':
      return ['Control plane', <ControlPlanePage />];
    default:
      return ['Not found', <NotFound />];
  }
}

function NotFound() {
  return (
    <>
      <PageHead title="There is no such page" />
      <div className="card">
        <Empty title="The link may be of another version.">
          <a className="link" href={places.overview()}>Go to the overview</a>, or press <kbd>/</kbd> to search.
        </Empty>
      </div>
    </>
  );
}
