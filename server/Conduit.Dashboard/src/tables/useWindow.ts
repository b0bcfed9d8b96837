import { useEffect, useState, type RefObject } from 'react';

const fewRows = 80;
const margin = 12;

/** Which rows of a long list lie in view; the page scrolls, not the list. */
export function useWindow(place: RefObject<HTMLElement | null>, count: number, rowHeight: number): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, 40]);

  useEffect(() => {
    let frame = 0;

    const look = () => {
      frame = 0;
      const top = place.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / rowHeight) - margin);
      const last = Math.min(count, Math.ceil((innerHeight - top) / rowHeight) + margin);
      setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]));
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };

    look();
    addEventListener('scroll', lookSoon, { passive: true });
    addEventListener('resize', lookSoon);

    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', lookSoon);
      removeEventListener('resize', lookSoon);
    };
  }, [place, count, rowHeight]);

  return count <= fewRows ? [0, count] : [Math.min(range[0], count), Math.min(Math.max(range[1], range[0]), count)];
}
