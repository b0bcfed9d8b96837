import type { TapHeaders } from '../../api/types';
import './headers.css';

/** The headers of a request or its answer, secrets but by name. */
export function HeaderList({ title, headers }: { title: string; headers: TapHeaders }) {
  if (headers.shown.length === 0) {
    return null;
  }

  return (
    <section className="headers" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {headers.shown.map(({ name, value }, index) => (
          <div key={index}>
            <dt className="mono">{name}</dt>
            <dd className="mono">{value ?? <i className="muted">redacted</i>}</dd>
          </div>
        ))}
      </dl>
      {headers.leftOut > 0 && <p className="muted">and {headers.leftOut} more, which did not fit.</p>}
    </section>
  );
}
