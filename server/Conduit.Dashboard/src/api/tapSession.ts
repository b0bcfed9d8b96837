import type { TapEvent, TapPeer } from './types';

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
  status?: number;
  firstByte?: number;
  total?: number;
  bytes?: number;
  grpcStatus?: number;
  reset?: number;
}

/** Requests that are alike, as conduit top counts them. */
export interface PathRow {
  key: string;
  direction: 'inbound' | 'outbound';
  method: string;
  authority: string;
  path: string;
  peer: string;
  count: number;
  failed: number;
  best: number;
  worst: number;
  last: number;
}

const mostRequests = 400;
const mostPaths = 1000;
const otherPaths = '(other)';

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
  private readonly tallies = new Map<string, PathRow>();

  take(name: string, event: TapEvent): void {
    const request = name === 'request' ? this.begin(event) : this.open.get(event.id);

    if (!request) {
      return;
    }

    if (name === 'response') {
      request.status = event.status;
      request.firstByte = event.sinceRequest;
    } else if (name === 'end') {
      Object.assign(request, { total: event.sinceRequest, bytes: event.bytes, grpcStatus: event.grpcStatus, reset: event.reset });
      this.open.delete(event.id);
      this.count(request);
    }

    // What is known of the other end may come with the answer.
    request.destination = event.destination.resource ? event.destination : request.destination;
  }

  paths(): PathRow[] {
    return [...this.tallies.values()].sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1));
  }

  private begin(event: TapEvent): TapRequest {
    const { id, direction, source, destination, method = '', authority = '', path = '' } = event;
    const request: TapRequest = { id, at: new Date(), direction, source, destination, method, authority, path };
    this.open.set(id, request);
    this.requests = [request, ...this.requests.slice(0, mostRequests - 1)];
    this.seen++;

    if (this.open.size > mostRequests) {
      this.open.delete(this.open.keys().next().value!);
    }

    return request;
  }

  private count(request: TapRequest): void {
    const peer = peerName(request.direction === 'inbound' ? request.source : request.destination);
    const path = request.path.split('?', 1)[0]!;
    const key = [request.direction, request.method, request.authority, path, peer].join(' ');
    const row = this.tallies.get(key) ?? this.addRow(key, { ...request, path, peer });
    const latency = request.firstByte ?? request.total ?? 0;
    row.count++;
    row.failed += hasFailed(request) ? 1 : 0;
    row.best = Math.min(row.best, latency);
    row.worst = Math.max(row.worst, latency);
    row.last = latency;
  }

  private addRow(key: string, { direction, method, authority, path, peer }: Pick<PathRow, 'direction' | 'method' | 'authority' | 'path' | 'peer'>): PathRow {
    const isFull = this.tallies.size >= mostPaths;
    const row = { key: isFull ? otherPaths : key, direction, method, authority, path: isFull ? otherPaths : path, peer, count: 0, failed: 0, best: Infinity, worst: 0, last: 0 };
    const known = this.tallies.get(row.key);

    if (!known) {
      this.tallies.set(row.key, row);
    }

    return known ?? row;
  }
}

/** A stranger's port is new with each connection. */
export function peerName(peer: TapPeer): string {
  return peer.resource?.name ?? peer.pod ?? peer.address.replace(/:\d+$/, '');
}
