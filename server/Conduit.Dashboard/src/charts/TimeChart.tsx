import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { clock } from '../format/numbers';
import { color } from '../theme/colors';
import { useTheme } from '../theme/theme';
import './charts.css';

export interface Line {
  label: string;
  /** A color of the theme. */
  color: string;
  /** Opacity of the area below it; none when missing. */
  fill?: number;
}

export interface TimeChartProps {
  label: string;
  /** Seconds of Unix time, and then a column for each line. */
  data: [number[], ...(number | null)[][]];
  lines: Line[];
  format: (value: number | null | undefined) => string;
  /** The axis from the data's least and greatest value. */
  range: (least: number, greatest: number) => [number, number];
  height?: number;
}

const shownSeconds = 600;
const sync = uPlot.sync('time');

export function TimeChart({ label, data, lines, format, range, height = tall() }: TimeChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const theme = useTheme();
  const [cursor, setCursor] = useState<number | null>(null);
  const shape = JSON.stringify(lines);

  useEffect(() => {
    const node = place.current!;
    const made = new uPlot(options({ lines, format, range, height, width: node.clientWidth, onCursor: setCursor }), data, node);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: node.clientWidth, height }));
    observer.observe(node);

    return () => {
      observer.disconnect();
      sync.unsub(made);
      made.destroy();
    };
    // Data comes through setData; colors are read when it is made, so another theme makes another.
  }, [shape, theme, height]);

  useEffect(() => {
    plot.current?.setData(data);
  }, [data]);

  const last = data[0].length - 1;
  const at = cursor !== null && cursor <= last ? cursor : last;
  const spoken = lines.map((line, index) => `${line.label} ${format(data[index + 1]?.[last])}`).join(', ');

  return (
    <figure className="chart" role="img" aria-label={`${label} over the last ten minutes. Now: ${spoken}.`}>
      <div className="chart-legend" aria-hidden="true">
        {lines.map((line, index) => (
          <span key={line.label}>
            <i style={{ background: `var(${line.color})` }} />
            {line.label} <b>{format(data[index + 1]?.[at])}</b>
          </span>
        ))}
      </div>
      {cursor !== null && data[0][at] && <time aria-hidden="true">{clock(new Date(data[0][at] * 1000))}</time>}
      <div className="chart-plot" ref={place} style={{ height }} />
    </figure>
  );
}

interface Making extends Pick<TimeChartProps, 'lines' | 'format' | 'range'> {
  width: number;
  height: number;
  onCursor: (index: number | null) => void;
}

function options({ lines, format, range, width, height, onCursor }: Making): uPlot.Options {
  const axis = { stroke: color('--ink-3'), font: `11px ${color('--sans')}`, ticks: { show: false } };
  const grid = { stroke: color('--line-2'), width: 1 };

  return {
    width,
    height,
    padding: [8, 16, 0, 0],
    legend: { show: false },
    cursor: {
      sync: { key: sync.key, setSeries: false },
      y: false,
      points: { size: 7, width: 2, fill: color('--surface') },
      drag: { x: false, y: false },
    },
    scales: {
      x: { time: true, range: (_, least, greatest) => [Math.min(least, greatest - shownSeconds), greatest] },
      y: { range: (_, least, greatest) => range(least, greatest) },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 26, space: 72, values: (_, times) => times.map((time) => clock(new Date(time * 1000)).slice(0, 5)) },
      { ...axis, grid, size: 58, space: 34, gap: 6, values: (_, values) => values.map((value) => short(format(value))) },
    ],
    series: [
      {},
      ...lines.map((line) => ({
        label: line.label,
        stroke: color(line.color),
        width: 1.75,
        points: { show: false },
        fill: line.fill === undefined ? undefined : translucent(color(line.color), line.fill),
        spanGaps: false,
      })),
    ],
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)] },
  };
}

// A large screen has room for more than a strip.
function tall(): number {
  return innerWidth >= 1900 ? 230 : 168;
}

// An axis has round numbers, which need no zeros behind the point.
function short(text: string): string {
  return text.replace(/\.0+(?=\D|$)/, '').replace(/^0 \D*$/, '0');
}

function translucent(hex: string, opacity: number): string {
  return `${hex}${Math.round(opacity * 255).toString(16).padStart(2, '0')}`;
}
