import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ask } from '../api/eventStream';
import type { Stat } from '../api/types';
import { apiUrl, question } from '../api/url';
import { kindOf } from '../format/words';
import { placeOf } from '../routing/places';
import { go } from '../routing/route';
import { pageLinks } from './pages';

interface Hit {
  key: string;
  name: string;
  note: string;
  place: string;
}

const mostHits = 40;

/** Goes anywhere by typing a part of its name. */
export function Search({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const everything = useEverything();
  const hits = useMemo(() => find(everything, text), [everything, text]);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => setChosen(0), [text]);

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;

    if (step) {
      event.preventDefault();
      setChosen((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
    } else if (event.key === 'Enter' && hits[chosen]) {
      go(hits[chosen].place);
      onClose();
    }
  };

  return (
    <dialog ref={dialog} className="search" aria-label="Search" onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="search-hits"
        aria-activedescendant={hits[chosen] ? `hit-${chosen}` : undefined}
        aria-label="Search workloads, namespaces and pages"
        placeholder="Search workloads, namespaces, pages"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <ul id="search-hits" role="listbox" aria-label="Found">
        {hits.map((hit, index) => (
          <li key={hit.key} id={`hit-${index}`} role="option" aria-selected={index === chosen} ref={(node) => void (index === chosen && node?.scrollIntoView({ block: 'nearest' }))}>
            <a href={hit.place} tabIndex={-1} onClick={onClose} onMouseMove={() => setChosen(index)}>
              <span>{hit.name}</span>
              <span className="kind">{hit.note}</span>
            </a>
          </li>
        ))}
      </ul>
      {hits.length === 0 && <p className="none">Nothing is named like “{text}”.</p>}
    </dialog>
  );
}

function useEverything(): Hit[] {
  const [hits, setHits] = useState<Hit[]>(() =>
    pageLinks.map((page) => ({ key: page.root, name: page.name, note: `Page · g ${page.key}`, place: page.place() })));

  useEffect(() => {
    const abort = new AbortController();
    const load = async (kind: string) => (await ask<Stat>(apiUrl(question('stat', { kind })), abort.signal)).rows;

    Promise.all([load('all'), load('namespace')]).then(
      ([workloads, namespaces]) => {
        const found = [...workloads, ...namespaces].flatMap((row) => {
          const place = placeOf(row);
          const note = [kindOf(row.kind).one, row.namespace].filter(Boolean).join(' · ');
          return place ? [{ key: `${row.kind}/${row.namespace}/${row.name}`, name: row.name, note, place }] : [];
        });
        setHits((pages) => [...pages, ...found]);
      },
      // Without an answer there are still the pages to go to.
      () => undefined,
    );

    return () => abort.abort();
  }, []);

  return hits;
}

function find(hits: Hit[], text: string): Hit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return hits
    .filter((hit) => words.every((word) => `${hit.name} ${hit.note}`.toLowerCase().includes(word)))
    .sort((left, right) => Number(right.name.toLowerCase().startsWith(words[0] ?? '')) - Number(left.name.toLowerCase().startsWith(words[0] ?? '')))
    .slice(0, mostHits);
}
