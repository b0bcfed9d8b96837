import type { Edge } from '../../api/types';
import { healthOf } from '../../format/health';
import { percent, rate } from '../../format/numbers';
import type { Point } from './layout';

interface Props {
  edge: Edge;
  route: Point[];
  upright: boolean;
  flows: boolean;
  labelled: boolean;
  dim: boolean;
  /** How far the label stands from the line's end, so that those of several callers do not meet. */
  labelOffset: number;
}

/** A call: the busier the thicker, and moving the way that requests go. */
export function EdgeLine({ edge, route, upright, flows, labelled, dim, labelOffset }: Props) {
  const { traffic } = edge;
  const health = healthOf(traffic);
  const width = Math.min(6, 1.5 + Math.log10(1 + traffic.rps));
  const path = curve(route, upright);
  const [x, y] = labelAt(route.at(-1)!, labelOffset, upright);

  return (
    <g className={`map-edge ${health} ${dim ? 'dim' : ''}`}>
      <title>{`${edge.source.name} calls ${edge.destination.name}: ${rate(traffic.rps)}/s, ${percent(traffic.successRate)} successful`}</title>
      <path className="line" d={path} strokeWidth={width} />
      {flows && <path className="flow" d={path} strokeWidth={width + 1} style={{ animationDuration: pace(traffic.rps) }} />}
      {labelled && (
        <text x={x} y={y} textAnchor={upright ? 'middle' : 'end'}>
          {rate(traffic.rps)}/s{health === 'ok' ? '' : ` · ${percent(traffic.successRate)}`}
        </text>
      )}
    </g>
  );
}

function pace(rps: number): string {
  return `${Math.max(1, 5 / (1 + Math.log10(1 + rps))).toFixed(1)}s`;
}

function curve(route: Point[], upright: boolean): string {
  return route
    .map(([x, y], index) => {
      const before = route[index - 1];

      if (!before) {
        return `M${x} ${y}`;
      }

      const bend = Math.max(30, Math.abs(upright ? y - before[1] : x - before[0]) / 2);
      return upright ? `C${before[0]} ${before[1] + bend} ${x} ${y - bend} ${x} ${y}` : `C${before[0] + bend} ${before[1]} ${x - bend} ${y} ${x} ${y}`;
    })
    .join('');
}

function labelAt([x, y]: Point, offset: number, upright: boolean): Point {
  return upright ? [x + offset * 4, y - 16 - Math.abs(offset)] : [x - 12, y + offset];
}
