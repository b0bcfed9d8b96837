import type { Edge, StatRow } from '../../api/types';
import { complaintOf, healthOf } from '../../format/health';
import { keyOf } from '../../format/words';

export interface Complaint {
  row: StatRow;
  text: string;
  /** Names of what it calls and what fails it; empty where the fault is its own. */
  because: string[];
}

/** Who needs attention: those at fault first, then those that suffer from them, the worst of each first. */
export function complaints(rows: StatRow[], edges: Edge[]): Complaint[] {
  return rows
    .flatMap((row) => {
      const text = complaintOf(row);
      return text ? [{ row, text, because: failingCalls(row, edges) }] : [];
    })
    .sort((left, right) => Number(left.because.length > 0) - Number(right.because.length > 0) || failing(right.row) - failing(left.row));
}

function failingCalls(row: StatRow, edges: Edge[]): string[] {
  return edges
    .filter((edge) => keyOf(edge.source) === keyOf(row) && ['bad', 'warn'].includes(healthOf(edge.traffic)))
    .map((edge) => edge.destination.name);
}

function failing(row: StatRow): number {
  return row.faults.length > 0 ? 1 : 1 - (row.traffic?.successRate ?? 1);
}
