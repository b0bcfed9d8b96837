import { useEffect, useRef, useState } from 'react';
import { ApiError, eventStream } from './eventStream';
import type { PathRow } from './pathTally';
import { TapSession, type TapRequest } from './tapSession';
import type { TapEvent } from './types';
import { apiUrl } from './url';

export interface Tap {
  requests: TapRequest[];
  paths: PathRow[];
  seen: number;
  /** Why it does not run, in words. */
  fault: string | undefined;
  running: boolean;
}

const nothing: Tap = { requests: [], paths: [], seen: 0, fault: undefined, running: false };
const showEvery = 250;
const tryAgainAfter = 3000;

/** Watches requests as they pass. Null stops; what was seen stays until another question is asked. */
export function useTap(question: string | null): Tap {
  const [tap, setTap] = useState(nothing);
  const last = useRef<{ question: string; session: TapSession }>(undefined);
  const visible = useVisible();

  useEffect(() => {
    if (question === null || !visible) {
      setTap((now) => ({ ...now, running: false }));
      return;
    }

    if (last.current?.question !== question) {
      last.current = { question, session: new TapSession() };
      setTap({ ...nothing, running: true });
    }

    const { session } = last.current;
    const abort = new AbortController();
    const state = { changed: true, fault: undefined as string | undefined };
    const timer = setInterval(() => {
      if (state.changed) {
        state.changed = false;
        setTap({ requests: session.requests, paths: session.paths(), seen: session.seen, fault: state.fault, running: true });
      }
    }, showEvery);

    void follow(question, session, state, abort.signal);

    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [question, visible]);

  return tap;
}

async function follow(question: string, session: TapSession, state: { changed: boolean; fault: string | undefined }, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of eventStream(apiUrl(question), signal)) {
        session.take(event.name, event.data as TapEvent);
        Object.assign(state, { changed: true, fault: undefined });
      }
    } catch (failure) {
      Object.assign(state, { changed: true, fault: failure instanceof ApiError ? failure.message : 'The connection to the controller broke.' });
    }

    await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
  }
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(!document.hidden);

  useEffect(() => {
    const look = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  return visible;
}
