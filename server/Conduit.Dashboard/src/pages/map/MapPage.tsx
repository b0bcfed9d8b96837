import { useMemo } from 'react';
import { useAnswer } from '../../api/mesh';
import type { Edge, Edges } from '../../api/types';
import { question } from '../../api/url';
import { healthOf } from '../../format/health';
import { keyOf, several } from '../../format/words';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Loading } from '../../parts/Loading';
import { PageHead } from '../../parts/PageHead';
import { ResourceName } from '../../parts/ResourceName';
import { DataTable, type Column } from '../../tables/DataTable';
import { trafficColumns } from '../../tables/trafficColumns';
import './map.css';
import { ServiceMap } from './ServiceMap';

const mostDrawn = 240;

/** Who calls whom, drawn and as a table. */
export function MapPage({ namespace }: { namespace?: string }) {
  const { value, fault } = useAnswer<Edges>(question('edges', { namespace }));
  const drawn = useMemo(() => busiest(value?.edges ?? []), [value]);
  const failing = value?.edges.filter((edge) => healthOf(edge.traffic) === 'bad').length ?? 0;

  return (
    <>
      <PageHead title={namespace ? `Who calls whom in ${namespace}` : 'Who calls whom'}>
        {value && `${several(value.edges.length, 'connection')} with requests in the last minute${failing ? `, ${failing} of them failing` : ''}.`}
        {value && drawn.length < value.edges.length && ` The ${drawn.length} busiest are drawn; choose a namespace to see the others.`}
      </PageHead>
      <Fault text={fault} />
      {!value ? (
        <div className="card"><Loading height={420} /></div>
      ) : value.edges.length === 0 ? (
        <div className="card">
          <Empty title="No calls in the last minute." command="conduit stat deployments --to deployment/NAME">
            The map draws what proxies report of the requests that they send. Calls from pods without a proxy are not in it.
          </Empty>
        </div>
      ) : (
        <>
          <ServiceMap edges={drawn} />
          <Card title="As a table" aside="what the callers’ proxies saw">
            <DataTable label="Connections" columns={columns} rows={value.edges} rowKey={keyOfEdge} order={{ key: 'rps', down: true }} />
          </Card>
        </>
      )}
    </>
  );
}

function keyOfEdge(edge: Edge): string {
  return `${keyOf(edge.source)}>${keyOf(edge.destination)}`;
}

function busiest(edges: Edge[]): Edge[] {
  return edges.length <= mostDrawn ? edges : [...edges].sort((left, right) => right.traffic.rps - left.traffic.rps).slice(0, mostDrawn);
}

const columns: Column<Edge>[] = [
  { key: 'source', title: 'Caller', sort: (edge) => edge.source.name, cell: (edge) => <ResourceName resource={edge.source} /> },
  { key: 'destination', title: 'Called', sort: (edge) => edge.destination.name, cell: (edge) => <ResourceName resource={edge.destination} health={healthOf(edge.traffic)} /> },
  ...trafficColumns<Edge>('s'),
];
