/** A request that is over, as far as it counts. */
export interface CountedRequest {
  direction: 'inbound' | 'outbound';
  method: string;
  authority: string;
  path: string;
  peer: string;
  failed: boolean;
  /** Milliseconds to the first byte of the answer. */
  latency: number;
}

/** Requests that are alike, as conduit top counts them. */
export interface PathRow {
  key: string;
  direction: 'inbound' | 'outbound';
  method: string;
  authority: string;
  /** With its query; ends with ?… where many queries count together, and is (other) for many paths. */
  path: string;
  /** What the paths of its requests begin with. */
  prefix: string;
  peer: string;
  count: number;
  failed: number;
  best: number;
  worst: number;
  last: number;
}

const mostRows = 1000;
const mostQueriesOfPath = 50;

/** Counts requests that are alike. Holds a bounded number of rows, and of rows that differ only by their query. */
export class PathTally {
  private readonly tallies = new Map<string, PathRow>();
  private readonly queries = new Map<string, number>();

  /** The busiest first. */
  rows(): PathRow[] {
    return [...this.tallies.values()].sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1));
  }

  count(request: CountedRequest): void {
    const row = this.tallies.get(keyOf(request, request.path)) ?? this.rowFor(request);
    row.count++;
    row.failed += request.failed ? 1 : 0;
    row.best = Math.min(row.best, request.latency);
    row.worst = Math.max(row.worst, request.latency);
    row.last = request.latency;
  }

  private rowFor(request: CountedRequest): PathRow {
    const { path, prefix } = this.placeFor(request);
    const key = keyOf(request, path);
    const known = this.tallies.get(key);

    if (known) {
      return known;
    }

    const { direction, method, authority, peer } = request;
    const row = { key, direction, method, authority, path, prefix, peer, count: 0, failed: 0, best: Infinity, worst: 0, last: 0 };
    this.tallies.set(key, row);
    return row;
  }

  // A query often says what is asked for, and sometimes it is another one each time.
  private placeFor(request: CountedRequest): { path: string; prefix: string } {
    const [path] = request.path.split('?', 1) as [string];

    if (this.tallies.size >= mostRows) {
      return { path: '(other)', prefix: '' };
    }

    if (path === request.path) {
      return { path, prefix: path };
    }

    const bare = keyOf(request, path);
    const queries = (this.queries.get(bare) ?? 0) + 1;
    this.queries.set(bare, queries);
    return queries <= mostQueriesOfPath ? { path: request.path, prefix: request.path } : { path: `${path}?…`, prefix: path };
  }
}

function keyOf({ direction, method, authority, peer }: CountedRequest, path: string): string {
  return [direction, method, authority, path, peer].join(' ');
}
