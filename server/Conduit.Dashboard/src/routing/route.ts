import { useSyncExternalStore } from 'react';

/** Where in the dashboard: the path and its parameters, kept behind the URL's hash so that it works below any prefix. */
export interface Route {
  path: string[];
  query: URLSearchParams;
}

export type Query = Record<string, string | undefined>;

function read(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

// A link that somebody cut short must not break the page.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function href(path: string[], query: Query = {}): string {
  const parameters = new URLSearchParams();

  for (const [key, value] of Object.entries(query)) {
    if (value) {
      parameters.set(key, value);
    }
  }

  const text = parameters.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

let seen = '';
let route = read('');

function current(): Route {
  if (location.hash !== seen) {
    seen = location.hash;
    route = read(seen);
  }

  return route;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current);
}

export function go(to: string): void {
  location.hash = to;
}

/** Changes parameters of this page without a new entry in the history. */
export function replaceQuery(change: Query): void {
  const { path, query } = current();
  const merged: Query = { ...Object.fromEntries(query), ...change };
  history.replaceState(null, '', href(path, merged));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
