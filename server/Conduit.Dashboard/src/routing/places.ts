import type { Resource } from '../api/types';
import { href } from './route';

/** Every page's address. */
export const places = {
  overview: (namespace?: string) => href([], { ns: namespace }),
  namespaces: () => href(['namespaces']),
  workloads: (kind = 'deployment', namespace?: string) => href(['workloads', kind], { ns: namespace }),
  workload: (resource: Resource) => href(['workload', resource.kind, resource.namespace, resource.name]),
  map: (namespace?: string) => href(['map'], { ns: namespace }),
  tap: (resource?: Resource, filters: { path?: string; method?: string } = {}) =>
    href(['tap'], { kind: resource?.kind, ns: resource?.namespace, name: resource?.name, ...filters }),
  controlPlane: () => href(['control-plane']),
};

/** Where a resource is shown; null for what has no page, such as an authority outside of the mesh. */
export function placeOf(resource: Resource): string | null {
  switch (resource.kind) {
    case 'authority':
    case 'service':
      return null;
    case 'namespace':
      return places.overview(resource.name);
    default:
      return places.workload(resource);
  }
}
