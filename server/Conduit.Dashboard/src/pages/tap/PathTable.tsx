import { useMemo } from 'react';
import type { PathRow } from '../../api/pathTally';
import type { Resource } from '../../api/types';
import { count, milliseconds, percent } from '../../format/numbers';
import { Meter } from '../../parts/Meter';
import { places } from '../../routing/places';
import { DataTable, type Column } from '../../tables/DataTable';

/** The busiest paths of a tap; each leads to the tap of that path alone. */
export function PathTable({ paths, resource }: { paths: PathRow[]; resource: Resource }) {
  const columns = useMemo(() => columnsOf(resource), [resource.kind, resource.namespace, resource.name]);
  return <DataTable label="Paths" columns={columns} rows={paths} rowKey={(row) => row.key} order={{ key: 'count', down: true }} />;
}

function columnsOf(resource: Resource): Column<PathRow>[] {
  return [
    {
      key: 'path',
      title: 'Path',
      sort: (row) => row.path,
      cell: (row) => (
        <a className="name" href={places.tap(resource, { path: row.prefix, method: row.method })} title={`${row.method} ${row.authority}${row.path}`}>
          <span className="muted">{row.method}</span>
          <span className="text mono">{row.path}</span>
        </a>
      ),
    },
    {
      key: 'peer',
      title: 'Peer',
      from: 'm',
      width: '19%',
      sort: (row) => row.peer,
      cell: (row) => <span className="muted">{row.direction === 'inbound' ? 'from' : 'to'} {row.peer}</span>,
    },
    { key: 'count', title: 'Seen', numeric: true, sort: (row) => row.count, cell: (row) => count(row.count) },
    {
      key: 'success',
      title: 'Success',
      numeric: true,
      sort: (row) => 1 - row.failed / row.count,
      cell: (row) => {
        const share = 1 - row.failed / row.count;
        return (
          <>
            <span className={share < 0.95 ? 'bad' : share < 0.995 ? 'warn' : 'ok'}>{percent(share)}</span>
            <Meter share={share} />
          </>
        );
      },
    },
    { key: 'best', title: 'Best', numeric: true, from: 'l', sort: (row) => row.best, cell: (row) => milliseconds(row.best) },
    { key: 'worst', title: 'Worst', numeric: true, from: 'm', sort: (row) => row.worst, cell: (row) => milliseconds(row.worst) },
    { key: 'last', title: 'Last', numeric: true, from: 'l', sort: (row) => row.last, cell: (row) => milliseconds(row.last) },
  ];
}
