import { useMemo } from 'react';
import { useAnswer } from './mesh';
import type { Stat, StatRow } from './types';
import { question } from './url';

const of = (kind: string, namespace: string | undefined) => question('stat', { kind, namespace });

/** Everything that makes pods, whatever its kind; undefined until all kinds are there. */
export function useWorkloads(namespace?: string): { rows: StatRow[] | undefined; window: number; fault: string | undefined } {
  const deployments = useAnswer<Stat>(of('deployment', namespace));
  const statefulSets = useAnswer<Stat>(of('statefulset', namespace));
  const daemonSets = useAnswer<Stat>(of('daemonset', namespace));
  const jobs = useAnswer<Stat>(of('job', namespace));
  const cronJobs = useAnswer<Stat>(of('cronjob', namespace));
  const values = [deployments.value, statefulSets.value, daemonSets.value, jobs.value, cronJobs.value];
  const rows = useMemo(() => (values.every(Boolean) ? values.flatMap((value) => value!.rows) : undefined), values);

  return { rows, window: deployments.value?.window ?? 60, fault: deployments.fault };
}
