import type { Edge, Resource } from '../../api/types';
import { keyOf } from '../../format/words';
import { layersOf, neighbours, order } from './layers';

export interface PlacedNode {
  key: string;
  resource: Resource;
  x: number;
  y: number;
}

export type Point = [number, number];

export interface Placement {
  nodes: PlacedNode[];
  /** The points that each edge runs through, by the keys of its ends. */
  routes: Map<string, Point[]>;
  width: number;
  height: number;
}

export const nodeWidth = 196;
export const nodeHeight = 58;

const layerGap = 140;
const uprightGap = 84;
const rowGap = 24;
const laneWidth = 34;

/**
 * Callers to the left of what they call, or above it where the page is narrow. An edge that passes layers gets a lane of its own in each
 * of them, so that it runs between the nodes and not behind them.
 */
export function layOut(edges: Edge[], upright: boolean): Placement {
  const resources = new Map(edges.flatMap((edge) => [[keyOf(edge.source), edge.source] as const, [keyOf(edge.destination), edge.destination] as const]));
  const layers = layersOf([...resources.keys()].sort(), neighbours(edges.map(ends)));
  const depth = new Map(layers.flatMap((layer, index) => layer.map((key) => [key, index] as const)));
  const chains = new Map(edges.map((edge) => [routeKey(edge), chainOf(edge, depth, layers)]));
  order(layers, [...chains.values()].flatMap(pairs));

  const isNode = (key: string) => resources.has(key);
  const slot = (key: string) => (isNode(key) ? (upright ? nodeWidth : nodeHeight) + rowGap : laneWidth);
  const spans = layers.map((layer) => layer.reduce((sum, key) => sum + slot(key), 0) - rowGap);
  const widest = Math.max(0, ...spans);
  const places = new Map<string, Point>();

  layers.forEach((layer, index) => {
    const along = index * (upright ? nodeHeight + uprightGap : nodeWidth + layerGap);
    let across = (widest - spans[index]!) / 2;

    for (const key of layer) {
      places.set(key, upright ? [across, along] : [along, across]);
      across += slot(key);
    }
  });

  const nodes = [...resources].map(([key, resource]) => ({ key, resource, x: places.get(key)![0], y: places.get(key)![1] }));

  return {
    nodes,
    routes: new Map([...chains].map(([key, chain]) => [key, pointsOf(chain, places, upright)])),
    width: Math.max(0, ...nodes.map((node) => node.x)) + nodeWidth,
    height: Math.max(0, ...nodes.map((node) => node.y)) + nodeHeight,
  };
}

export function routeKey(edge: Edge): string {
  return `${keyOf(edge.source)}>${keyOf(edge.destination)}`;
}

/** Where the labels of edges that end at the same node stand: the higher a caller, the higher its label. */
export function labelOffsets(edges: Edge[], { nodes }: Placement): Map<string, number> {
  const height = new Map(nodes.map((node) => [node.key, node.y]));
  const ending = Map.groupBy(edges, (edge) => keyOf(edge.destination));

  return new Map([...ending.values()].flatMap((group) =>
    [...group]
      .sort((left, right) => height.get(keyOf(left.source))! - height.get(keyOf(right.source))!)
      .map((edge, index) => [routeKey(edge), group.length === 1 ? -8 : (index - (group.length - 1) / 2) * 26 + (index * 2 < group.length ? 2 : 8)] as const)));
}

function ends(edge: Edge): [string, string] {
  return [keyOf(edge.source), keyOf(edge.destination)];
}

// From source to destination through a lane in each layer between them. An edge that goes back goes straight.
function chainOf(edge: Edge, depth: Map<string, number>, layers: string[][]): string[] {
  const [source, destination] = ends(edge);
  const chain = [source];

  for (let layer = depth.get(source)! + 1; layer < depth.get(destination)!; layer++) {
    const lane = `${routeKey(edge)}#${layer}`;
    layers[layer]!.push(lane);
    chain.push(lane);
  }

  return [...chain, destination];
}

function pairs(chain: string[]): [string, string][] {
  return chain.slice(1).map((key, index) => [chain[index]!, key]);
}

function pointsOf(chain: string[], places: Map<string, Point>, upright: boolean): Point[] {
  return chain.flatMap((key, index): Point[] => {
    const [x, y] = places.get(key)!;
    const isFirst = index === 0;
    const isLast = index === chain.length - 1;

    if (isFirst || isLast) {
      return [upright ? [x + nodeWidth / 2, isFirst ? y + nodeHeight : y] : [isFirst ? x + nodeWidth : x, y + nodeHeight / 2]];
    }

    const middle = laneWidth / 2;
    return upright ? [[x + middle, y], [x + middle, y + nodeHeight]] : [[x, y + middle], [x + nodeWidth, y + middle]];
  });
}
