import type { Fault } from './types';

export interface ServerEvent {
  name: string;
  data: unknown;
}

/** Said by the controller, in words that can be shown. */
export class ApiError extends Error {}

const unreachable = 'The controller does not answer.';

/** Reads server-sent events. EventSource would do, but for the words that a refusal comes with. */
export async function* eventStream(url: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const response = await open(url, signal);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';

  while (true) {
    const { done, value } = await reader.read();

    if (done) {
      return;
    }

    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop()!;

    for (const block of blocks) {
      const event = parse(block);

      if (event) {
        yield event;
      }
    }
  }
}

export async function ask<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await (await open(url, signal)).json()) as T;
}

async function open(url: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;

  try {
    response = await fetch(url, { signal, cache: 'no-store' });
  } catch (failure) {
    throw signal?.aborted ? failure : new ApiError(unreachable);
  }

  if (!response.ok) {
    const fault = (await response.json().catch(() => null)) as Fault | null;
    throw new ApiError(fault?.error ?? `The controller answers ${response.status} ${response.statusText}.`);
  }

  return response;
}

function parse(block: string): ServerEvent | null {
  let name = 'message';
  let data = '';

  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) {
      name = line.slice(7);
    } else if (line.startsWith('data: ')) {
      data += line.slice(6);
    }
  }

  return data ? { name, data: JSON.parse(data) as unknown } : null;
}
