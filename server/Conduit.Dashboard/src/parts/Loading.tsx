/** Keeps the place of what is on its way. */
export function Loading({ height = 160 }: { height?: number }) {
  return <div className="skeleton" style={{ height, margin: '12px 18px 18px' }} role="progressbar" aria-label="Loading" />;
}
