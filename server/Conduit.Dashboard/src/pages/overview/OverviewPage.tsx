import { useMemo } from 'react';
import { useAnswer } from '../../api/mesh';
import type { Edges, StatRow, Timeline } from '../../api/types';
import { question } from '../../api/url';
import { useWorkloads } from '../../api/useWorkloads';
import { GoldenCharts } from '../../charts/GoldenCharts';
import { percent, rate } from '../../format/numbers';
import { several } from '../../format/words';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Loading } from '../../parts/Loading';
import { PageHead } from '../../parts/PageHead';
import { places } from '../../routing/places';
import { Attention } from './Attention';
import { BusiestWorkloads } from './BusiestWorkloads';
import { Checks } from './Checks';
import { complaints } from './complaints';
import './overview.css';

/** How the whole mesh is, or one namespace of it. */
export function OverviewPage({ namespace }: { namespace?: string }) {
  const { rows, window, fault } = useWorkloads(namespace);
  const { value: timeline } = useAnswer<Timeline>(question('timeline', { kind: 'namespace', name: namespace, window: '10m' }));
  const { value: edges } = useAnswer<Edges>(question('edges', { namespace }));
  const open = useMemo(() => complaints(rows ?? [], edges?.edges ?? []), [rows, edges]);
  const isEmpty = rows?.length === 0;

  return (
    <>
      <PageHead title={rows ? headline(rows, open.length, namespace) : 'Looking at the mesh …'} actions={<a className="button" href={places.map(namespace)}>Open the map</a>}>
        {rows && !isEmpty && summary(rows, window)}
      </PageHead>
      <Fault text={fault} />
      <GoldenCharts timeline={timeline} />
      {isEmpty ? (
        <div className="card">
          <Empty title={namespace ? `There are no workloads in ${namespace}.` : 'Nothing is in the mesh yet.'} command="conduit inject app.yml | kubectl apply -f -">
            Put a proxy beside your application, and its traffic shows up here within seconds. On a laptop, <code>conduit dev up</code> runs a sample.
          </Empty>
        </div>
      ) : (
        <div className="overview-columns">
          <Card title="Workloads" aside={<a className="link" href={places.workloads('deployment', namespace)}>All workloads</a>}>
            {rows ? <BusiestWorkloads rows={rows} showNamespace={!namespace} /> : <Loading height={260} />}
          </Card>
          <div className="overview-side">
            <Card title="Needs attention" aside={rows && (open.length > 0 ? several(open.length, 'workload') : undefined)}>
              {rows ? <Attention complaints={open} /> : <Loading height={80} />}
            </Card>
            <Checks />
          </div>
        </div>
      )}
    </>
  );
}

function headline(rows: StatRow[], complaining: number, namespace: string | undefined): string {
  const where = namespace ? ` in ${namespace}` : '';

  return rows.length === 0 ? `No workloads${where}`
    : complaining === 0 ? `All ${several(rows.length, 'workload')}${where} ${rows.length === 1 ? 'is' : 'are'} well`
    : `${complaining} of ${several(rows.length, 'workload')}${where} ${complaining === 1 ? 'needs' : 'need'} attention`;
}

function summary(rows: StatRow[], window: number): string {
  const traffic = rows.flatMap((row) => (row.traffic ? [row.traffic] : []));
  const success = traffic.reduce((sum, each) => sum + each.success, 0);
  const total = traffic.reduce((sum, each) => sum + each.success + each.failure, 0);

  return total === 0
    ? 'No requests in the last minute.'
    : `${rate(total / window)} requests per second, ${percent(success / total)} of them successful, in the last ${window >= 90 ? `${Math.round(window / 60)} minutes` : `${Math.round(window)} seconds`}.`;
}
