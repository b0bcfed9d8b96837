import { hasFailed, type TapRequest } from '../../api/tapSession';
import { milliseconds } from '../../format/numbers';

/** Waiting for the first byte, and then receiving, on a common scale. */
export function Waterfall({ request, scale }: { request: TapRequest; scale: number }) {
  const wait = request.firstByte ?? request.total ?? 0;
  const receive = Math.max(0, (request.total ?? wait) - wait);
  const share = (value: number) => `${(value / scale) * 100}%`;

  return (
    <span
      className={`waterfall ${hasFailed(request) ? 'failed' : ''}`}
      role="img"
      aria-label={`First byte after ${milliseconds(wait)}, then ${milliseconds(receive)} to the end`}
    >
      <span className="wait" style={{ width: share(wait) }} />
      <span className="receive" style={{ width: share(receive) }} />
    </span>
  );
}
