import { useState } from 'react';
import type { Resource } from '../../api/types';
import { question } from '../../api/url';
import { useTap } from '../../api/useTap';
import { count } from '../../format/numbers';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { PathTable } from '../tap/PathTable';
import { RequestList } from '../tap/RequestList';
import '../tap/tap.css';

const sampleRate = 10;
const mostShown = 25;

/** What passes right now: the busiest paths, or single requests. Both are of one tap, which is a sample and says so. */
export function LiveTraffic({ resource }: { resource: Resource }) {
  const [view, setView] = useState<'paths' | 'requests'>('paths');
  const tap = useTap(question('tap', { ...resource, maxRps: sampleRate }));

  return (
    <Card
      title={view === 'paths' ? 'Top paths, live' : 'Requests, live'}
      aside={
        <span className="tap-aside">
          <span>{count(tap.seen)} sampled, up to {sampleRate} per second</span>
          <span className="tabs">
            <button type="button" className="tab" aria-pressed={view === 'paths'} onClick={() => setView('paths')}>Paths</button>
            <button type="button" className="tab" aria-pressed={view === 'requests'} onClick={() => setView('requests')}>Requests</button>
          </span>
        </span>
      }
    >
      {tap.fault ? (
        <Empty title="It cannot be watched.">{tap.fault}.</Empty>
      ) : tap.requests.length === 0 ? (
        <Empty title="Waiting for a request …">What passes the proxies of {resource.name} shows up here.</Empty>
      ) : view === 'paths' ? (
        <PathTable paths={tap.paths.slice(0, mostShown)} resource={resource} />
      ) : (
        <div className="list"><RequestList requests={tap.requests} most={mostShown} /></div>
      )}
    </Card>
  );
}
