import { percent } from '../format/numbers';

/** How much of the traffic succeeds, as a bar that is red where it fails. */
export function Meter({ share }: { share: number | null | undefined }) {
  if (share === null || share === undefined) {
    return <span className="meter idle" aria-hidden="true" />;
  }

  return (
    <span className="meter" aria-hidden="true" title={percent(share)}>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
