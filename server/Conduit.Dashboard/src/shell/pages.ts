import type { IconName } from '../parts/Icon';
import { places } from '../routing/places';

export interface PageLink {
  name: string;
  icon: IconName;
  /** The first part of its address. */
  root: string;
  /** Together with g, goes there. */
  key: string;
  place: (namespace?: string) => string;
}

export const pageLinks: PageLink[] = [
  { name: 'Overview', icon: 'overview', root: '', key: 'o', place: places.overview },
  { name: 'Map', icon: 'map', root: 'map', key: 'm', place: places.map },
  { name: 'Workloads', icon: 'workloads', root: 'workloads', key: 'w', place: (namespace) => places.workloads('deployment', namespace) },
  { name: 'Tap', icon: 'tap', root: 'tap', key: 't', place: () => places.tap() },
  { name: 'Namespaces', icon: 'namespaces', root: 'namespaces', key: 'n', place: places.namespaces },
  { name: 'Control plane', icon: 'control', root: 'control-plane', key: 'c', place: places.controlPlane },
];
