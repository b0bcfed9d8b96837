// What the controller answers; Web/openapi.json of the controller says what each field is.

export interface Resource {
  kind: string;
  namespace: string;
  name: string;
}

export interface Traffic {
  success: number;
  failure: number;
  tls: number;
  successRate: number;
  rps: number;
  p50: number;
  p95: number;
  p99: number;
}

export interface PodFault {
  pod: string;
  reason: string;
  message: string;
}

export interface StatRow extends Resource {
  pods: { meshed: number; running: number; failed: number };
  faults: PodFault[];
  traffic: Traffic | null;
}

export interface Stat {
  window: number;
  rows: StatRow[];
}

export interface Timeline {
  step: number;
  at: number[];
  success: number[];
  failure: number[];
  p50: (number | null)[];
  p95: (number | null)[];
  p99: (number | null)[];
}

export interface Edge {
  source: Resource;
  destination: Resource;
  traffic: Traffic;
}

export interface Edges {
  window: number;
  edges: Edge[];
}

export interface Pod {
  namespace: string;
  name: string;
  ip: string;
  owner: Resource | null;
  status: string;
  message: string;
  ready: boolean;
  meshed: boolean;
  controlPlane: boolean;
  restarts: number;
  uptime: number | null;
  sinceReport: number | null;
  proxyVersion: string;
}

export interface Pods {
  pods: Pod[];
}

export interface Check {
  subsystem: string;
  description: string;
  passed: boolean;
  message: string;
}

export interface ControlPlane {
  version: string;
  runtime: string;
  namespace: string;
  checks: Check[];
  proxyVersions: { version: string; pods: number }[];
  silentProxies: string[];
  meshedPods: number;
  load: { series: number; seriesOverflow: number; taps: number; tapEventsDropped: number };
}

export interface TapPeer {
  address: string;
  pod: string | null;
  resource: Resource | null;
}

export interface TapHeader {
  name: string;
  /** Absent for a secret, which did not leave the proxy. */
  value?: string;
}

/** What the proxy showed of a head, and how many headers there were besides. */
export interface TapHeaders {
  shown: TapHeader[];
  leftOut: number;
}

export interface TapEvent {
  id: string;
  direction: 'inbound' | 'outbound';
  source: TapPeer;
  destination: TapPeer;
  method?: string;
  scheme?: string;
  authority?: string;
  path?: string;
  headers?: TapHeader[];
  headersLeftOut?: number;
  status?: number;
  sinceRequest?: number;
  sinceResponse?: number;
  bytes?: number;
  grpcStatus?: number;
  reset?: number;
}

export interface Fault {
  error: string;
  question?: number;
}
