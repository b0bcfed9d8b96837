import type { StatRow, Traffic } from '../api/types';
import { percent } from './numbers';
import { several } from './words';

export type Health = 'ok' | 'warn' | 'bad' | 'idle';

const failing = 0.95;
const worrying = 0.995;

export function healthOf(traffic: Traffic | null | undefined): Health {
  return !traffic ? 'idle' : traffic.successRate < failing ? 'bad' : traffic.successRate < worrying ? 'warn' : 'ok';
}

export function healthOfRow(row: StatRow): Health {
  return row.faults.length > 0 || row.pods.failed > 0 ? 'bad' : healthOf(row.traffic);
}

/** Why a row needs somebody's attention, in words; null when it does not. */
export function complaintOf(row: StatRow): string | null {
  const [fault] = row.faults;

  if (fault) {
    return `${fault.pod}: ${fault.message || fault.reason}`;
  }

  if (row.pods.failed > 0) {
    return `${several(row.pods.failed, 'pod')} failed`;
  }

  const health = healthOf(row.traffic);
  return health === 'bad' || health === 'warn'
    ? `${percent(1 - row.traffic!.successRate)} of its requests fail`
    : null;
}
