import { useAnswer } from '../api/mesh';
import type { Resource, Timeline } from '../api/types';
import { question } from '../api/url';

const width = 120;
const height = 28;

/** Ten minutes of a resource's request rate, the size of a word. */
export function Spark({ resource }: { resource: Resource }) {
  const { value } = useAnswer<Timeline>(
    question('timeline', { kind: resource.kind, namespace: resource.namespace, name: resource.name, window: '10m' }));

  if (!value || value.at.length < 2) {
    return <svg className="spark" width={width} height={height} aria-hidden="true" />;
  }

  const end = value.at.at(-1)!;
  const totals = value.success.map((count, index) => count + value.failure[index]!);
  const greatest = Math.max(1, ...totals);
  const x = (at: number) => width - ((end - at) / 600) * width;
  const y = (count: number) => height - 2 - (count / greatest) * (height - 4);
  const line = (counts: number[]) => counts.map((count, index) => `${index ? 'L' : 'M'}${x(value.at[index]!).toFixed(1)} ${y(count).toFixed(1)}`).join('');
  const path = line(totals);

  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="area" d={`${path}L${width} ${height}L${x(value.at[0]!).toFixed(1)} ${height}Z`} />
      <path className="line" d={path} />
      {value.failure.some(Boolean) && <path className="failed" d={line(value.failure)} />}
    </svg>
  );
}
