import type { StatRow } from '../api/types';
import type { Column } from './DataTable';

/** How many of the running pods have a proxy. */
export const meshedColumn: Column<StatRow> = {
  key: 'meshed',
  title: 'In the mesh',
  numeric: true,
  from: 'm',
  sort: (row) => (row.pods.running ? row.pods.meshed / row.pods.running : null),
  cell: ({ pods }) => (
    <span className={pods.meshed < pods.running ? 'warn' : ''}>
      {pods.meshed}/{pods.running}
      {pods.failed > 0 && <span className="bad"> +{pods.failed} failed</span>}
    </span>
  ),
};
