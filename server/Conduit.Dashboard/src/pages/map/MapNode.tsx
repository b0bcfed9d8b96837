import type { Edge, Traffic } from '../../api/types';
import { healthOf } from '../../format/health';
import { percent, rate } from '../../format/numbers';
import { keyOf, kindOf } from '../../format/words';
import { placeOf } from '../../routing/places';
import { nodeHeight, nodeWidth, type PlacedNode } from './layout';

const longestName = 20;

/** What a node received, as its callers saw it; for one that nobody calls, what it sent. */
export interface NodeState {
  traffic: Pick<Traffic, 'rps' | 'successRate'>;
  isCaller: boolean;
}

export function statesOf(edges: Edge[]): Map<string, NodeState> {
  const states = new Map<string, NodeState>();

  for (const isCaller of [false, true]) {
    const sums = new Map<string, { rps: number; success: number; total: number }>();

    for (const edge of edges) {
      const key = keyOf(isCaller ? edge.source : edge.destination);
      const sum = sums.get(key) ?? { rps: 0, success: 0, total: 0 };
      sum.rps += edge.traffic.rps;
      sum.success += edge.traffic.success;
      sum.total += edge.traffic.success + edge.traffic.failure;
      sums.set(key, sum);
    }

    for (const [key, { rps, success, total }] of sums) {
      if (!states.has(key)) {
        states.set(key, { traffic: { rps, successRate: success / total }, isCaller });
      }
    }
  }

  return states;
}

interface Props {
  node: PlacedNode;
  state: NodeState;
  dim: boolean;
  onActive: (key: string | null) => void;
}

export function MapNode({ node, state, dim, onActive }: Props) {
  const { resource } = node;
  const place = placeOf(resource);
  const health = healthOf(state.traffic as Traffic);
  const said = `${state.isCaller ? 'sends' : 'gets'} ${rate(state.traffic.rps)}/s · ${percent(state.traffic.successRate)}`;
  const content = (
    <>
      <rect className="box" width={nodeWidth} height={nodeHeight} rx="11" />
      <circle className={`state ${health}`} cx="18" cy="21.5" r="4.5" />
      <text className="title" x="31" y="26">{shortened(resource.name)}</text>
      <text className="numbers" x="31" y="45">{said}</text>
    </>
  );
  const events = {
    onMouseEnter: () => onActive(node.key),
    onMouseLeave: () => onActive(null),
    onFocus: () => onActive(node.key),
    onBlur: () => onActive(null),
  };

  return (
    <g className={`map-node ${health} ${dim ? 'dim' : ''}`} transform={`translate(${node.x} ${node.y})`} {...events}>
      <title>{`${kindOf(resource.kind).one} ${resource.name}${resource.namespace && ` in ${resource.namespace}`}`}</title>
      {place ? <a href={place}>{content}</a> : content}
    </g>
  );
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}
