import { useEffect } from 'react';
import { go } from '../routing/route';
import { toggleTheme } from '../theme/theme';
import { pageLinks } from './pages';

const secondKeyWithin = 1200;

interface Actions {
  onSearch: () => void;
  onKeys: () => void;
}

/** Keys that work on every page, but not while somebody types. */
export function useKeyboard({ onSearch, onKeys }: Actions): void {
  useEffect(() => {
    let prefixAt = -Infinity;

    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onSearch();
        return;
      }

      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }

      const page = event.timeStamp - prefixAt < secondKeyWithin ? pageLinks.find((link) => link.key === event.key) : undefined;
      prefixAt = event.key === 'g' ? event.timeStamp : -Infinity;

      if (page) {
        go(page.place());
      } else if (event.key === '/') {
        event.preventDefault();
        onSearch();
      } else if (event.key === '?') {
        onKeys();
      } else if (event.key === 'd') {
        toggleTheme();
      }
    };

    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onSearch, onKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName) || target.closest('dialog') !== null);
}
