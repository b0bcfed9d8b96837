import { healthOfRow } from '../../format/health';
import { keyOf } from '../../format/words';
import { Empty } from '../../parts/Empty';
import { places } from '../../routing/places';
import type { Complaint } from './complaints';

const mostShown = 12;

export function Attention({ complaints }: { complaints: Complaint[] }) {
  if (complaints.length === 0) {
    return <Empty title="Nothing does.">Every workload answers its requests, and every pod runs.</Empty>;
  }

  return (
    <ul className="list attention">
      {complaints.slice(0, mostShown).map(({ row, text, because }) => (
        <li key={keyOf(row)}>
          <a href={places.workload(row)}>
            <span className={`dot ${healthOfRow(row)}`} />
            <span className="what">
              <b>{row.name}</b> <span className="muted">{row.namespace}</span>
              <span className="why">{text}{because.length > 0 && `, as its calls to ${because.join(' and ')} do`}.</span>
            </span>
          </a>
        </li>
      ))}
      {complaints.length > mostShown && <li className="more">and {complaints.length - mostShown} more</li>}
    </ul>
  );
}
