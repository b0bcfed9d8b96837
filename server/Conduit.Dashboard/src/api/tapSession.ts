import { PathTally, type CountedRequest, type PathRow } from './pathTally';
import type { TapEvent, TapHeaders, TapPeer } from './types';

/** A request as far as it has been seen. Times are milliseconds. */
export interface TapRequest {
  id: string;
  at: Date;
  direction: 'inbound' | 'outbound';
  source: TapPeer;
  destination: TapPeer;
  method: string;
  authority: string;
  path: string;
  headers: TapHeaders;
  status?: number;
  answerHeaders?: TapHeaders;
  firstByte?: number;
  total?: number;
  bytes?: number;
  grpcStatus?: number;
  reset?: number;
}

const mostRequests = 400;

export function hasFailed(request: TapRequest): boolean {
  return (request.status ?? 0) >= 500 || request.reset !== undefined || (request.grpcStatus ?? 0) !== 0;
}

export function hasEnded(request: TapRequest): boolean {
  return request.total !== undefined;
}

/** Puts the events of requests together, and counts requests that are alike. Holds a bounded number of both. */
export class TapSession {
  /** The newest first. */
  requests: TapRequest[] = [];
  seen = 0;
  private readonly open = new Map<string, TapRequest>();
  private readonly tally = new PathTally();

  take(name: string, event: TapEvent): void {
    const request = name === 'request' ? this.begin(event) : this.open.get(event.id);

    if (!request) {
      return;
    }

    if (name === 'response') {
      request.status = event.status;
      request.answerHeaders = headersOf(event);
      request.firstByte = event.sinceRequest;
    } else if (name === 'end') {
      Object.assign(request, { total: event.sinceRequest, bytes: event.bytes, grpcStatus: event.grpcStatus, reset: event.reset });
      this.open.delete(event.id);
      this.tally.count(countable(request));
    }

    // What is known of the other end may come with the answer.
    request.destination = event.destination.resource ? event.destination : request.destination;
  }

  paths(): PathRow[] {
    return this.tally.rows();
  }

  private begin(event: TapEvent): TapRequest {
    const { id, direction, source, destination, method = '', authority = '', path = '' } = event;
    const request: TapRequest = { id, at: new Date(), direction, source, destination, method, authority, path, headers: headersOf(event) };
    this.open.set(id, request);
    this.requests = [request, ...this.requests.slice(0, mostRequests - 1)];
    this.seen++;

    if (this.open.size > mostRequests) {
      this.open.delete(this.open.keys().next().value!);
    }

    return request;
  }
}

function countable(request: TapRequest): CountedRequest {
  return {
    ...request,
    peer: peerName(request.direction === 'inbound' ? request.source : request.destination),
    failed: hasFailed(request),
    latency: request.firstByte ?? request.total ?? 0,
  };
}

function headersOf({ headers = [], headersLeftOut = 0 }: TapEvent): TapHeaders {
  return { shown: headers, leftOut: headersLeftOut };
}

/** A stranger's port is new with each connection. */
export function peerName(peer: TapPeer): string {
  return peer.resource?.name ?? peer.pod ?? peer.address.replace(/:\d+$/, '');
}
