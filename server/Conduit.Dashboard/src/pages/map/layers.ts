type Neighbours = Map<string, string[]>;

const sweeps = 8;

/** Who is called by whom, by key. */
export function neighbours(pairs: [string, string][]): Neighbours {
  const map: Neighbours = new Map();

  for (const [from, to] of pairs) {
    map.set(from, [...(map.get(from) ?? []), to]);
  }

  return map;
}

/** 1. Calls that close a cycle are set aside. 2. A node's layer is the longest way to it. */
export function layersOf(keys: string[], calls: Neighbours): string[][] {
  const { order: topological, forward } = withoutCycles(keys, calls);
  const depth = new Map<string, number>();

  for (const key of topological) {
    const here = depth.get(key) ?? 0;
    depth.set(key, here);

    for (const next of forward.get(key) ?? []) {
      depth.set(next, Math.max(depth.get(next) ?? 0, here + 1));
    }
  }

  const layers: string[][] = [];

  for (const key of keys) {
    (layers[depth.get(key)!] ??= []).push(key);
  }

  return layers;
}

/** Moves each node towards the middle of its neighbours in the layer before or behind it, so that fewer edges cross. */
export function order(layers: string[][], pairs: [string, string][]): void {
  const calls = neighbours(pairs);
  const callers = neighbours(pairs.map(([from, to]) => [to, from]));

  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isDown = sweep % 2 === 0;
    const position = new Map(layers.flatMap((layer) => layer.map((key, index) => [key, index - layer.length / 2] as const)));

    for (const layer of isDown ? layers : [...layers].reverse()) {
      const middle = new Map(layer.map((key) => [key, mean((isDown ? callers : calls).get(key), position) ?? position.get(key)!]));
      layer.sort((left, right) => middle.get(left)! - middle.get(right)! || (left < right ? -1 : 1));
      layer.forEach((key, index) => position.set(key, index - layer.length / 2));
    }
  }
}

function withoutCycles(keys: string[], calls: Neighbours): { order: string[]; forward: Neighbours } {
  const called = new Set([...calls.values()].flat());
  const state = new Map<string, 'open' | 'done'>();
  const forward: Neighbours = new Map();
  const order: string[] = [];

  const visit = (key: string) => {
    state.set(key, 'open');

    for (const next of calls.get(key) ?? []) {
      // A call to a node that is still being looked at leads back to it.
      if (state.get(next) === 'open') {
        continue;
      }

      forward.set(key, [...(forward.get(key) ?? []), next]);

      if (!state.has(next)) {
        visit(next);
      }
    }

    state.set(key, 'done');
    order.unshift(key);
  };

  // Those that nobody calls come first; what is left lies on cycles.
  for (const key of [...keys.filter((each) => !called.has(each)), ...keys]) {
    if (!state.has(key)) {
      visit(key);
    }
  }

  return { order, forward };
}

function mean(keys: string[] | undefined, position: Map<string, number>): number | undefined {
  return keys?.length ? keys.reduce((sum, key) => sum + position.get(key)!, 0) / keys.length : undefined;
}
