import { useAnswer } from '../../api/mesh';
import type { Edges, Pods, Resource, Stat, Timeline, Traffic } from '../../api/types';
import { question } from '../../api/url';
import { GoldenCharts } from '../../charts/GoldenCharts';
import { complaintOf, healthOf, healthOfRow } from '../../format/health';
import { count, milliseconds, percent, rate } from '../../format/numbers';
import { kindOf, same, several } from '../../format/words';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { PageHead } from '../../parts/PageHead';
import { places } from '../../routing/places';
import { LiveTraffic } from './LiveTraffic';
import { Peers } from './Peers';
import { PodTable } from './PodTable';
import './workload.css';

/** One workload: how it does, who calls it, whom it calls, what passes right now, and its pods. */
export function WorkloadPage({ resource }: { resource: Resource }) {
  const { kind, namespace, name } = resource;
  const named = { kind, namespace, name };
  const { value: stat, fault } = useAnswer<Stat>(question('stat', named));
  const { value: held } = useAnswer<Stat>(question('stat', { ...named, window: '10m' }));
  const { value: timeline } = useAnswer<Timeline>(question('timeline', { ...named, window: '10m' }));
  const { value: pods } = useAnswer<Pods>(question('pods', named));
  const owner = kind === 'pod' ? pods?.pods[0]?.owner : undefined;
  const { value: edges } = useAnswer<Edges>(question('edges', { ...(owner ?? named) }));
  const row = stat?.rows[0];
  const subject = owner ?? resource;

  if (stat && !row && !timeline?.at.length) {
    return (
      <>
        <PageHead title={name} />
        <div className="card">
          <Empty title={`There is no ${kindOf(kind).one} ${name} in ${namespace}.`} command={`kubectl get ${kind} ${name} -n ${namespace}`}>
            It may have been deleted, or renamed. <a className="link" href={places.workloads(kind, namespace)}>Show all {kindOf(kind).many}</a>.
          </Empty>
        </div>
      </>
    );
  }

  return (
    <>
      <PageHead
        title={
          <span className="workload-title">
            <span className={`dot ${row ? healthOfRow(row) : ''}`} />
            {name}
            <span className="chip">{kindOf(kind).one}</span>
          </span>
        }
        actions={
          <>
            <a className="button" href={places.map(namespace)}>Map</a>
            <a className="button primary" href={places.tap(resource)}>Tap</a>
          </>
        }
      >
        {row && `${complaintOf(row) ?? (row.traffic ? 'It answers its requests' : 'It got no requests in the last minute')}.`}
        {held?.rows[0]?.traffic && ` ${told(held.rows[0].traffic)}`}
      </PageHead>
      <Fault text={fault} />
      {row?.traffic && (
        <dl className="card tiles" aria-label="The last minute">
          <Tile title="Success" value={percent(row.traffic.successRate)} health={healthOf(row.traffic)} />
          <Tile title="Requests per second" value={rate(row.traffic.rps)} />
          <Tile title="p50" value={milliseconds(row.traffic.p50)} />
          <Tile title="p95" value={milliseconds(row.traffic.p95)} />
          <Tile title="p99" value={milliseconds(row.traffic.p99)} />
          <Tile title="In the mesh" value={`${row.pods.meshed}/${row.pods.running}`} />
        </dl>
      )}
      <GoldenCharts timeline={timeline} />
      <LiveTraffic resource={resource} />
      <div className="peers">
        <Peers title="Called by" edges={edges?.edges.filter((edge) => same(edge.destination, subject))} end="source">
          Nothing in the mesh called it in the last minute. Callers without a proxy are not named.
        </Peers>
        <Peers title="Calls" edges={edges?.edges.filter((edge) => same(edge.source, subject))} end="destination">
          It called nothing in the last minute.
        </Peers>
      </div>
      {kind !== 'authority' && <PodTable pods={pods?.pods} />}
    </>
  );
}

function told({ success, failure }: Traffic): string {
  return `In ten minutes it got ${several(success + failure, 'request')}, of which ${count(failure)} failed.`;
}

function Tile({ title, value, health = 'ok' }: { title: string; value: string; health?: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={health === 'ok' ? '' : health}>{value}</dd>
    </div>
  );
}
