import type { Pod } from '../../api/types';
import { age } from '../../format/numbers';
import { several } from '../../format/words';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { ResourceName } from '../../parts/ResourceName';
import { DataTable, type Column } from '../../tables/DataTable';

const columns: Column<Pod>[] = [
  {
    key: 'name',
    title: 'Pod',
    sort: (pod) => pod.name,
    cell: (pod) => <ResourceName resource={{ kind: 'pod', namespace: pod.namespace, name: pod.name }} health={pod.ready ? 'ok' : pod.message ? 'bad' : 'warn'} />,
  },
  {
    key: 'status',
    title: 'Status',
    width: '26%',
    sort: (pod) => pod.status,
    cell: (pod) => <span className={pod.ready ? '' : 'bad'} title={pod.message}>{pod.status}{pod.message && `: ${pod.message}`}</span>,
  },
  { key: 'restarts', title: 'Restarts', numeric: true, from: 'm', sort: (pod) => pod.restarts, cell: (pod) => <span className={pod.restarts > 0 ? 'warn' : ''}>{pod.restarts}</span> },
  { key: 'age', title: 'Up', numeric: true, from: 'm', sort: (pod) => pod.uptime, cell: (pod) => age(pod.uptime) },
  { key: 'proxy', title: 'Proxy', numeric: true, from: 'l', sort: (pod) => pod.proxyVersion, cell: (pod) => (pod.meshed ? pod.proxyVersion || 'yes' : 'none') },
  { key: 'report', title: 'Reported', numeric: true, from: 'l', sort: (pod) => pod.sinceReport, cell: (pod) => (pod.sinceReport === null ? 'never' : pod.sinceReport < 5 ? 'now' : `${age(pod.sinceReport)} ago`) },
];

export function PodTable({ pods }: { pods: Pod[] | undefined }) {
  const broken = pods?.filter((pod) => pod.message) ?? [];

  return (
    <Card title="Pods" aside={pods && several(pods.length, 'pod')}>
      {broken.length > 0 && (
        <ul className="pod-faults">
          {broken.slice(0, 5).map((pod) => (
            <li key={pod.name}><b>{pod.name}</b> {pod.status}: {pod.message}</li>
          ))}
        </ul>
      )}
      {!pods ? <Loading height={90} /> : pods.length === 0 ? (
        <Empty title="It has no pods.">It may be scaled to zero, or its pods cannot be made.</Empty>
      ) : (
        <DataTable label="Pods" columns={columns} rows={pods} rowKey={(pod) => pod.name} />
      )}
    </Card>
  );
}
