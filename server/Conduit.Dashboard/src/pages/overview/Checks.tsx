import { useAnswer } from '../../api/mesh';
import type { ControlPlane } from '../../api/types';
import { question } from '../../api/url';
import { Card } from '../../parts/Card';
import { Loading } from '../../parts/Loading';
import { places } from '../../routing/places';

export function Checks() {
  const { value } = useAnswer<ControlPlane>(question('control-plane'));

  return (
    <Card title="Control plane" aside={<a className="link" href={places.controlPlane()}>Details</a>}>
      {value ? (
        <ul className="list checks">
          {value.checks.map((check) => (
            <li key={check.subsystem}>
              <span className={`dot ${check.passed ? 'ok' : 'bad'}`} />
              <span>{check.passed ? check.description : check.message}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Loading height={48} />
      )}
    </Card>
  );
}
