import { useMemo } from 'react';
import { useAnswer } from '../../api/mesh';
import type { Stat, StatRow } from '../../api/types';
import { question } from '../../api/url';
import { healthOfRow } from '../../format/health';
import { several } from '../../format/words';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Loading } from '../../parts/Loading';
import { PageHead } from '../../parts/PageHead';
import { ResourceName } from '../../parts/ResourceName';
import { DataTable, type Column } from '../../tables/DataTable';
import { meshedColumn } from '../../tables/meshedColumn';
import { trafficColumns } from '../../tables/trafficColumns';

export function NamespacesPage() {
  const { value, fault } = useAnswer<Stat>(question('stat', { kind: 'namespace' }));
  const columns = useMemo<Column<StatRow>[]>(
    () => [
      { key: 'name', title: 'Namespace', sort: (row) => row.name, cell: (row) => <ResourceName resource={row} health={healthOfRow(row)} /> },
      meshedColumn,
      ...trafficColumns<StatRow>(),
    ],
    []);
  const meshed = value?.rows.filter((row) => row.pods.meshed > 0).length ?? 0;

  return (
    <>
      <PageHead title="Namespaces">{value && `${several(value.rows.length, 'namespace')}, ${meshed} with pods in the mesh.`}</PageHead>
      <Fault text={fault} />
      <div className="card">
        {!value ? <Loading /> : value.rows.length === 0 ? (
          <Empty title="There are no namespaces with pods." command="kubectl create namespace demo">The mesh shows namespaces as soon as something runs in them.</Empty>
        ) : (
          <DataTable label="Namespaces" columns={columns} rows={value.rows} rowKey={(row) => row.name} order={{ key: 'rps', down: true }} />
        )}
      </div>
    </>
  );
}
