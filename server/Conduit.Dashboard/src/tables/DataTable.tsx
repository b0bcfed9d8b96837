import { useMemo, useRef, useState, type ReactNode } from 'react';
import './tables.css';
import { useWindow } from './useWindow';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; the column cannot be sorted without it. Nothing sorts last. */
  sort?: (row: Row) => number | string | null;
  /** Numbers stand on the right. */
  numeric?: boolean;
  /** From which width of the table on it is shown. */
  from?: 's' | 'm' | 'l';
  width?: string;
}

export interface Order {
  key: string;
  down: boolean;
}

interface Props<Row> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  order?: Order;
}

const rowHeight = 44;

export function DataTable<Row>({ label, columns, rows, rowKey, order: first }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [order, setOrder] = useState(first);
  const sorted = useMemo(() => sortRows(rows, columns, order), [rows, columns, order]);
  const [start, end] = useWindow(body, sorted.length, rowHeight);

  const turn = (column: Column<Row>) =>
    setOrder((now) => ({ key: column.key, down: now?.key === column.key ? !now.down : Boolean(column.numeric) }));

  return (
    <div className="table-scroll">
      <table aria-label={label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} style={{ width: column.width }} aria-sort={sortState(column, order)}>
                {column.sort ? (
                  <button type="button" onClick={() => turn(column)}>
                    {column.title}
                    <span className="arrow" aria-hidden="true">{order?.key === column.key ? (order.down ? '↓' : '↑') : ''}</span>
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {start > 0 && <Gap rows={start} columns={columns.length} />}
          {sorted.slice(start, end).map((row, index) => (
            <tr key={rowKey(row)} aria-rowindex={start + index + 2}>
              {columns.map((column) => (
                <td key={column.key} className={classOf(column)}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
          {end < sorted.length && <Gap rows={sorted.length - end} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tr aria-hidden="true">
      <td className="gap" colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  );
}

function classOf<Row>(column: Column<Row>): string {
  return `${column.numeric ? 'numeric' : ''} ${column.from ? `from-${column.from}` : ''}`.trim();
}

function sortState<Row>(column: Column<Row>, order: Order | undefined) {
  return !column.sort ? undefined : order?.key !== column.key ? 'none' : order.down ? 'descending' : 'ascending';
}

function sortRows<Row>(rows: Row[], columns: Column<Row>[], order: Order | undefined): Row[] {
  const by = columns.find((column) => column.key === order?.key)?.sort;

  if (!by || !order) {
    return rows;
  }

  const sign = order.down ? -1 : 1;

  return [...rows].sort((left, right) => {
    const [a, b] = [by(left), by(right)];
    return a === null || b === null ? Number(a === null) - Number(b === null) : a < b ? -sign : a > b ? sign : 0;
  });
}
