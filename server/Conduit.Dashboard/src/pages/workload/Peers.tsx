import { useMemo } from 'react';
import type { Edge } from '../../api/types';
import { healthOf } from '../../format/health';
import { keyOf } from '../../format/words';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { ResourceName } from '../../parts/ResourceName';
import { DataTable, type Column } from '../../tables/DataTable';
import { trafficColumns } from '../../tables/trafficColumns';

interface Props {
  title: string;
  edges: Edge[] | undefined;
  /** Which end of the edges is shown. */
  end: 'source' | 'destination';
  /** Why there may be none. */
  children: string;
}

/** One side of a workload's traffic, a row for each peer. */
export function Peers({ title, edges, end, children }: Props) {
  const columns = useMemo<Column<Edge>[]>(
    () => [
      {
        key: 'name',
        title: 'Peer',
        sort: (edge) => edge[end].name,
        cell: (edge) => <ResourceName resource={edge[end]} health={healthOf(edge.traffic)} showNamespace />,
      },
      ...trafficColumns<Edge>(),
    ],
    [end]);

  return (
    <Card title={title}>
      {!edges ? <Loading height={90} /> : edges.length === 0 ? <Empty title="No calls">{children}</Empty> : (
        <DataTable label={title} columns={columns} rows={edges} rowKey={(edge) => keyOf(edge[end])} order={{ key: 'rps', down: true }} />
      )}
    </Card>
  );
}
