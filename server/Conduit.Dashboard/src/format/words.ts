import type { Resource } from '../api/types';

interface Kind {
  name: string;
  one: string;
  many: string;
}

/** The kinds that have pages, in the order of tables. */
export const kinds: Kind[] = [
  { name: 'deployment', one: 'Deployment', many: 'Deployments' },
  { name: 'statefulset', one: 'StatefulSet', many: 'StatefulSets' },
  { name: 'daemonset', one: 'DaemonSet', many: 'DaemonSets' },
  { name: 'job', one: 'Job', many: 'Jobs' },
  { name: 'cronjob', one: 'CronJob', many: 'CronJobs' },
  { name: 'replicaset', one: 'ReplicaSet', many: 'ReplicaSets' },
  { name: 'replicationcontroller', one: 'ReplicationController', many: 'ReplicationControllers' },
  { name: 'pod', one: 'Pod', many: 'Pods' },
  { name: 'authority', one: 'Authority', many: 'Authorities' },
];

export function kindOf(name: string): Kind {
  return kinds.find((kind) => kind.name === name) ?? { name, one: name.charAt(0).toUpperCase() + name.slice(1), many: `${name}s` };
}

export function several(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function keyOf(resource: Resource): string {
  return `${resource.kind}/${resource.namespace}/${resource.name}`;
}

export function same(left: Resource, right: Resource): boolean {
  return keyOf(left) === keyOf(right);
}

/** gRPC's numbers by name. */
const grpcNames = [
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED',
];

export function grpcName(status: number): string {
  return grpcNames[status] ?? `gRPC ${status}`;
}
