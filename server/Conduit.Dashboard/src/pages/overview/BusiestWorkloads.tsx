import { useMemo } from 'react';
import type { StatRow } from '../../api/types';
import { Spark } from '../../charts/Spark';
import { healthOfRow } from '../../format/health';
import { keyOf } from '../../format/words';
import { ResourceName } from '../../parts/ResourceName';
import { DataTable, type Column } from '../../tables/DataTable';
import { trafficColumns } from '../../tables/trafficColumns';

const mostShown = 10;
const mostSparks = 5;

export function BusiestWorkloads({ rows, showNamespace }: { rows: StatRow[]; showNamespace: boolean }) {
  const busiest = useMemo(
    () => [...rows].sort((left, right) => (right.traffic?.rps ?? -1) - (left.traffic?.rps ?? -1) || (keyOf(left) < keyOf(right) ? -1 : 1)).slice(0, mostShown),
    [rows]);
  const sparks = busiest.slice(0, mostSparks).filter((row) => row.traffic).map(keyOf).sort().join();
  const columns = useMemo<Column<StatRow>[]>(
    () => [
      {
        key: 'name',
        title: 'Workload',
        sort: (row) => row.name,
        cell: (row) => <ResourceName resource={row} health={healthOfRow(row)} showNamespace={showNamespace} />,
      },
      { key: 'spark', title: 'Ten minutes', from: 'm', width: '140px', cell: (row) => (sparks.split(',').includes(keyOf(row)) ? <Spark resource={row} /> : null) },
      ...trafficColumns<StatRow>(),
    ],
    [showNamespace, sparks]);

  return <DataTable label="Busiest workloads" columns={columns} rows={busiest} rowKey={keyOf} />;
}
