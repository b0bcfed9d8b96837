import type { Traffic } from '../api/types';
import { healthOf } from '../format/health';
import { milliseconds, percent, rate } from '../format/numbers';
import { Meter } from '../parts/Meter';
import type { Column } from './DataTable';

/**
 * Success, rate and latency, the same in every table.
 * @param last From which width of the table on p99 is shown.
 */
export function trafficColumns<Row extends { traffic: Traffic | null }>(last?: 's'): Column<Row>[] {
  return [
    {
      key: 'success',
      title: 'Success',
      numeric: true,
      sort: (row) => row.traffic?.successRate ?? null,
      cell: ({ traffic }) => (
        <>
          <span className={healthOf(traffic)}>{percent(traffic?.successRate)}</span>
          <Meter share={traffic?.successRate} />
        </>
      ),
    },
    { key: 'rps', title: 'Req/s', numeric: true, sort: (row) => row.traffic?.rps ?? null, cell: ({ traffic }) => rate(traffic?.rps) },
    { key: 'p50', title: 'p50', numeric: true, from: 'l', sort: (row) => row.traffic?.p50 ?? null, cell: ({ traffic }) => milliseconds(traffic?.p50) },
    { key: 'p95', title: 'p95', numeric: true, from: 'l', sort: (row) => row.traffic?.p95 ?? null, cell: ({ traffic }) => milliseconds(traffic?.p95) },
    { key: 'p99', title: 'p99', numeric: true, from: last, sort: (row) => row.traffic?.p99 ?? null, cell: ({ traffic }) => milliseconds(traffic?.p99) },
  ];
}
