import { useMemo } from 'react';
import type { Timeline } from '../api/types';
import { milliseconds, percent, rate } from '../format/numbers';
import { Card } from '../parts/Card';
import { TimeChart } from './TimeChart';

const requestLines = [
  { label: 'all', color: '--rate', fill: 0.12 },
  { label: 'failed', color: '--bad-fill', fill: 0.3 },
];
const successLines = [{ label: 'success', color: '--ok-fill', fill: 0.1 }];
const latencyLines = [
  { label: 'p50', color: '--p50' },
  { label: 'p95', color: '--p95' },
  { label: 'p99', color: '--p99' },
];

/** Rate, success and latency of the last ten minutes: the signals that say how a service is. */
export function GoldenCharts({ timeline }: { timeline: Timeline | undefined }) {
  const columns = useMemo(() => columnsOf(timeline), [timeline]);

  return (
    <div className="golden-place">
      <div className="golden">
        <Card title="Success rate" aside="share of requests">
          <TimeChart label="Success rate" lines={successLines} data={columns.success} format={percent} range={successRange} />
        </Card>
        <Card title="Requests" aside="per second">
          <TimeChart label="Requests per second" lines={requestLines} data={columns.requests} format={rate} range={fromZero} />
        </Card>
        <Card title="Latency" aside="to the first byte">
          <TimeChart label="Latency" lines={latencyLines} data={columns.latency} format={milliseconds} range={fromZero} />
        </Card>
      </div>
    </div>
  );
}

interface Columns {
  success: [number[], (number | null)[]];
  requests: [number[], number[], number[]];
  latency: [number[], (number | null)[], (number | null)[], (number | null)[]];
}

function columnsOf(timeline: Timeline | undefined): Columns {
  const { step, at, success, failure, p50, p95, p99 } = timeline ?? { step: 10, at: [], success: [], failure: [], p50: [], p95: [], p99: [] };
  const total = success.map((count, index) => count + failure[index]!);

  return {
    success: [at, success.map((count, index) => (total[index] ? count / total[index]! : null))],
    requests: [at, total.map((count) => count / step), failure.map((count) => count / step)],
    latency: [at, p50, p95, p99],
  };
}

function fromZero(_: number, greatest: number): [number, number] {
  return [0, greatest > 0 ? greatest * 1.12 : 1];
}

// A fall to 95 % has to be seen, and one to 20 % has to fit.
function successRange(least: number): [number, number] {
  const floor = Number.isFinite(least) ? Math.min(0.9, Math.floor(least * 10 - 0.5) / 10) : 0.9;
  return [Math.max(0, floor), 1.005];
}
