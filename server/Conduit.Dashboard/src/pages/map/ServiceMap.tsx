import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Edge } from '../../api/types';
import { keyOf } from '../../format/words';
import { EdgeLine } from './EdgeLine';
import { labelOffsets, layOut, routeKey, type Placement } from './layout';
import { MapNode, statesOf } from './MapNode';

const fewEdges = 40;
const margin = 36;
const closest = 1.15;
const farthest = 0.5;

/** The map: drag to move, scroll with Ctrl or pinch to zoom. A node under the pointer dims what it has nothing to do with. */
export function ServiceMap({ edges }: { edges: Edge[] }) {
  const svg = useRef<SVGSVGElement>(null);
  const [transform, setTransform] = useState(zoomIdentity);
  const [active, setActive] = useState<string | null>(null);
  const width = useWidth(svg);
  const upright = width > 0 && width < 640;
  const shape = edges.map(routeKey).sort().join();
  const placement = useMemo(() => layOut(edges, upright), [shape, upright]);
  const offsets = useMemo(() => labelOffsets(edges, placement), [placement]);
  const states = useMemo(() => statesOf(edges), [edges]);
  const height = Math.round(Math.min(680, Math.max(upright ? 420 : 300, placement.height * fit(placement, width) + 2 * margin)));
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);

  useEffect(() => {
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.15, 2.5])
      // The wheel belongs to the page; with Ctrl it zooms.
      .filter((event: WheelEvent | MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.button))
      .on('zoom', (event: { transform: typeof zoomIdentity }) => setTransform(event.transform));
    behavior.current = made;
    select(svg.current!).call(made).on('dblclick.zoom', null);
  }, []);

  useEffect(() => {
    if (width > 0) {
      select(svg.current!).call(behavior.current!.transform, centered(placement, width, height));
    }
  }, [placement, width, height]);

  const scale = (factor: number) => select(svg.current!).call(behavior.current!.scaleBy, factor);
  const isDim = (key: string) => active !== null && active !== key && !edges.some((edge) => touches(edge, active) && touches(edge, key));

  return (
    <div className="card map">
      <svg ref={svg} height={height} role="group" aria-label="Map of who calls whom; the table below says the same">
        <g transform={transform.toString()}>
          {edges.map((edge) => {
            const [key, isNear] = [routeKey(edge), active !== null && touches(edge, active)];
            return (
              <EdgeLine key={key} edge={edge} route={placement.routes.get(key)!} labelOffset={offsets.get(key)!} upright={upright}
                flows={edges.length <= fewEdges} labelled={edges.length <= fewEdges || isNear} dim={active !== null && !isNear} />
            );
          })}
          {placement.nodes.map((node) => (
            <MapNode key={node.key} node={node} state={states.get(node.key)!} onActive={setActive}
              dim={isDim(node.key)} />
          ))}
        </g>
      </svg>
      <div className="map-tools">
        <button type="button" className="icon-button" aria-label="Zoom in" onClick={() => scale(1.3)}>+</button>
        <button type="button" className="icon-button" aria-label="Zoom out" onClick={() => scale(1 / 1.3)}>−</button>
        <button type="button" className="button" onClick={() => select(svg.current!).call(behavior.current!.transform, centered(placement, width, height))}>Fit</button>
      </div>
    </div>
  );
}

function touches(edge: Edge, key: string): boolean {
  return keyOf(edge.source) === key || keyOf(edge.destination) === key;
}

// What does not fit at a size that can be read is reached by dragging.
function fit(placement: Placement, width: number, height = Infinity): number {
  return Math.max(farthest, Math.min(closest, (width - 2 * margin) / placement.width, (height - 2 * margin) / placement.height));
}

function centered(placement: Placement, width: number, height: number) {
  const scale = fit(placement, width, height);
  return zoomIdentity.translate((width - placement.width * scale) / 2, Math.max(margin, (height - placement.height * scale) / 2)).scale(scale);
}

function useWidth(node: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(node.current!);
    return () => observer.disconnect();
  }, [node]);

  return width;
}
