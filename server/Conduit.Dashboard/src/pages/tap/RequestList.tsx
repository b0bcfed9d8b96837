import { useState } from 'react';
import { hasEnded, hasFailed, peerName, type TapRequest } from '../../api/tapSession';
import { bytes, clock, milliseconds } from '../../format/numbers';
import { grpcName } from '../../format/words';
import { HeaderList } from './HeaderList';
import './requests.css';
import { Waterfall } from './Waterfall';

/** Requests as they pass, the newest on top; each opens to its steps. */
export function RequestList({ requests, most = 200 }: { requests: TapRequest[]; most?: number }) {
  const [open, setOpen] = useState<string | null>(null);
  const shown = requests.slice(0, most);
  const scale = Math.max(1, ...shown.map((request) => request.total ?? request.firstByte ?? 0));

  return (
    <ul className="requests" aria-label="Requests, the newest first">
      {shown.map((request) => (
        <li key={request.id}>
          <button type="button" className="request" aria-expanded={open === request.id} onClick={() => setOpen(open === request.id ? null : request.id)}>
            <time className="at">{clock(request.at)}</time>
            <span className="way" title={request.direction}>
              <span>{peerName(request.source)}</span>
              <span aria-label="to">{request.direction === 'inbound' ? ' → ' : ' ⇢ '}</span>
              <span>{peerName(request.destination)}</span>
            </span>
            <span className="what">
              <b>{request.method}</b> <span className="mono">{request.path}</span>
            </span>
            <Outcome request={request} />
            <Waterfall request={request} scale={scale} />
            <span className="took">{milliseconds(request.total ?? request.firstByte)}</span>
          </button>
          {open === request.id && <Steps request={request} />}
        </li>
      ))}
    </ul>
  );
}

function Outcome({ request }: { request: TapRequest }) {
  const text = request.reset !== undefined ? `reset ${request.reset}`
    : request.grpcStatus ? grpcName(request.grpcStatus)
    : request.status !== undefined ? String(request.status)
    : '…';

  return <span className={`chip outcome ${hasFailed(request) ? 'bad' : hasEnded(request) ? 'ok' : ''}`}>{text}</span>;
}

function Steps({ request }: { request: TapRequest }) {
  return (
    <div className="steps">
      <Waterfall request={request} scale={request.total ?? request.firstByte ?? 1} />
      <dl>
        <dt>Request</dt>
        <dd className="mono">{request.method} {request.authority}{request.path}</dd>
        <dt>From</dt>
        <dd>{describe(request.source)}</dd>
        <dt>To</dt>
        <dd>{describe(request.destination)}</dd>
        <dt>Seen by</dt>
        <dd>{request.direction === 'inbound' ? 'the proxy of the called pod' : 'the proxy of the caller'}</dd>
        <dt>Response</dt>
        <dd>{request.status === undefined ? 'not yet' : `${request.status}, first byte after ${milliseconds(request.firstByte)}`}</dd>
        <dt>End</dt>
        <dd>
          {request.total === undefined ? 'not yet' : `after ${milliseconds(request.total)}, ${bytes(request.bytes ?? 0)}`}
          {request.grpcStatus !== undefined && `, gRPC ${grpcName(request.grpcStatus)}`}
          {request.reset !== undefined && `, the stream was reset with code ${request.reset}`}
        </dd>
      </dl>
      <HeaderList title="Request headers" headers={request.headers} />
      {request.answerHeaders && <HeaderList title="Response headers" headers={request.answerHeaders} />}
    </div>
  );
}

function describe({ pod, address, resource }: TapRequest['source']): string {
  return [resource && `${resource.kind}/${resource.name}`, pod && pod !== resource?.name ? pod : undefined, address].filter(Boolean).join(' · ');
}
