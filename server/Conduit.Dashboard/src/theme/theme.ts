import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const key = 'conduit-theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

function current(): Theme {
  return chosen() ?? (system.matches ? 'dark' : 'light');
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = current();
  listeners.forEach((listener) => listener());
}

export function toggleTheme(): void {
  const next = current() === 'dark' ? 'light' : 'dark';

  try {
    localStorage.setItem(key, next);
  } catch {
    // Without storage the system's choice holds.
  }

  applyTheme();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}

system.addEventListener('change', applyTheme);
