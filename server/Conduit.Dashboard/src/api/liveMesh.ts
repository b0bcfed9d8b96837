import { ApiError, eventStream } from './eventStream';
import type { Fault } from './types';
import { apiUrl } from './url';

export type Connection = { state: 'connecting' | 'live' | 'paused' } | { state: 'lost'; why: string };

export interface Answer<T = unknown> {
  /** The last answer; undefined before the first. */
  value: T | undefined;
  /** Why there is no answer now, in words. */
  fault: string | undefined;
}

const empty: Answer = { value: undefined, fault: undefined };
const mostQuestions = 16;
const mostKept = 64;
const longestPause = 10_000;
const stopsHiddenAfter = 5_000;

/**
 * Answers to everything that the page's parts ask, over one event stream: a browser has six connections for all its pages. The stream
 * is opened anew when other questions are asked, and closed while nobody looks.
 */
export class LiveMesh {
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private connectionNow: Connection = { state: 'connecting' };
  private open: string[] = [];
  private abort: AbortController | undefined;
  private reopening = false;
  private notifying: ReturnType<typeof setTimeout> | undefined;
  private hiding: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => this.look());
  }

  get connection(): Connection {
    return this.connectionNow;
  }

  answer(question: string): Answer {
    return this.answers.get(question) ?? empty;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The question is asked until what is returned is called. */
  ask(question: string): () => void {
    this.asked.set(question, (this.asked.get(question) ?? 0) + 1);
    this.reopenSoon();

    return () => {
      const left = (this.asked.get(question) ?? 1) - 1;

      if (left > 0) {
        this.asked.set(question, left);
      } else {
        this.asked.delete(question);
        this.reopenSoon();
      }
    };
  }

  /** Without waiting for the pause to end. */
  retry(): void {
    this.restart();
  }

  private look(): void {
    clearTimeout(this.hiding);

    if (document.hidden) {
      this.hiding = setTimeout(() => this.stop(), stopsHiddenAfter);
    } else if (!this.abort) {
      this.restart();
    }
  }

  private stop(): void {
    this.abort?.abort();
    this.abort = undefined;
    this.tell({ state: 'paused' });
  }

  // A page that changes gives up and asks several questions at once; they share one new stream.
  private reopenSoon(): void {
    if (!this.reopening) {
      this.reopening = true;
      setTimeout(() => {
        this.reopening = false;
        const wanted = [...this.asked.keys()];

        if (wanted.some((question) => !this.open.includes(question))) {
          this.restart();
        }
      });
    }
  }

  private restart(): void {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.open = [...this.asked.keys()].slice(0, mostQuestions);
    void this.run(this.open, abort.signal);
  }

  private async run(questions: string[], signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted && questions.length > 0; attempt++) {
      try {
        const query = questions.map((question) => `q=${encodeURIComponent(question)}`).join('&');

        for await (const event of eventStream(apiUrl(`watch?${query}`), signal)) {
          attempt = 0;
          this.take(questions, event.name, event.data);
        }

        this.lost(signal, 'The controller closed the connection.');
      } catch (failure) {
        this.lost(signal, failure instanceof ApiError ? failure.message : 'The connection to the controller broke.');
      }

      await new Promise((resolve) => setTimeout(resolve, Math.min(longestPause, 500 * 2 ** attempt)));
    }
  }

  private take(questions: string[], name: string, data: unknown): void {
    this.connectionNow = { state: 'live' };

    if (name === 'fault') {
      const fault = data as Fault;
      const question = questions[fault.question ?? 0]!;
      this.answers.set(question, { value: this.answer(question).value, fault: fault.error });
    } else {
      this.keep(questions[Number(name)]!, data);
    }

    this.notify();
  }

  private keep(question: string, value: unknown): void {
    this.answers.delete(question);
    this.answers.set(question, { value, fault: undefined });

    // The oldest answers go first, so that a page which is open for days stays small.
    for (const old of this.answers.keys()) {
      if (this.answers.size <= mostKept) {
        break;
      }

      if (!this.asked.has(old)) {
        this.answers.delete(old);
      }
    }
  }

  private lost(signal: AbortSignal, why: string): void {
    if (!signal.aborted) {
      this.tell({ state: 'lost', why });
    }
  }

  private tell(connection: Connection): void {
    this.connectionNow = connection;
    this.notify();
  }

  // The answers of a second come one after the other; the page is drawn once for all of them.
  private notify(): void {
    this.notifying ??= setTimeout(() => {
      this.notifying = undefined;
      this.listeners.forEach((listener) => listener());
    }, 16);
  }
}
