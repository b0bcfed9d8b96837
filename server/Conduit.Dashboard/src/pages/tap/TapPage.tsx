import { useState } from 'react';
import { question } from '../../api/url';
import { useTap } from '../../api/useTap';
import { count } from '../../format/numbers';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Icon } from '../../parts/Icon';
import { PageHead } from '../../parts/PageHead';
import { useRoute } from '../../routing/route';
import { PathTable } from './PathTable';
import { RequestList } from './RequestList';
import './tap.css';
import { TapForm } from './TapForm';

/** Requests as they pass. What is watched stands in the address, so that it can be shared. */
export function TapPage() {
  const { query } = useRoute();
  const [paused, setPaused] = useState(false);
  const [view, setView] = useState<'requests' | 'paths'>('requests');
  const value = (name: string) => query.get(name) ?? '';
  const resource = { kind: value('kind') || 'deployment', namespace: value('ns'), name: value('name') };
  const chosen = value('name') || value('ns');
  const asked = question('tap', {
    kind: resource.kind,
    namespace: resource.kind === 'namespace' ? undefined : resource.namespace,
    name: resource.name,
    to: value('to'),
    method: value('method'),
    path: value('path'),
    authority: value('authority'),
    maxRps: value('rps') || 10,
  });
  const tap = useTap(chosen && !paused ? asked : null);

  return (
    <>
      <PageHead title={chosen ? `Requests of ${resource.name || `all ${resource.kind}s in ${resource.namespace}`}` : 'Tap'}>
        {chosen ? `A sample of at most ${value('rps') || 10} requests per second, as the proxies see them.` : 'Watch single requests as they pass.'}
      </PageHead>
      <TapForm key={resource.kind + resource.namespace + resource.name} />
      <Fault text={tap.fault} />
      {!chosen ? (
        <div className="card">
          <Empty title="Choose what to watch." command="conduit tap deployment NAME --path /api">
            A workload, or everything in a namespace. The same works on the command line:
          </Empty>
        </div>
      ) : (
        <Card
          title={view === 'requests' ? 'Requests' : 'Paths'}
          aside={
            <span className="tap-aside">
              <span aria-live="off">{count(tap.seen)} seen</span>
              <span className="tabs">
                <button type="button" className="tab" aria-pressed={view === 'requests'} onClick={() => setView('requests')}>Requests</button>
                <button type="button" className="tab" aria-pressed={view === 'paths'} onClick={() => setView('paths')}>Paths</button>
              </span>
              <button type="button" className="button" onClick={() => setPaused(!paused)}>
                <Icon name={paused ? 'play' : 'pause'} size={14} />
                {paused ? 'Go on' : 'Pause'}
              </button>
            </span>
          }
        >
          {tap.requests.length === 0 ? (
            <Empty title={tap.fault ? 'Nothing was seen.' : 'Waiting for the first request …'}>
              {tap.fault ? 'The controller says why above.' : 'Nothing that matches has passed yet. Fewer filters show more.'}
            </Empty>
          ) : view === 'requests' ? (
            <div className="list"><RequestList requests={tap.requests} /></div>
          ) : (
            <PathTable paths={tap.paths} resource={resource} />
          )}
        </Card>
      )}
    </>
  );
}
