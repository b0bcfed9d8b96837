import { useAnswer } from '../../api/mesh';
import type { ControlPlane } from '../../api/types';
import { question } from '../../api/url';
import { count } from '../../format/numbers';
import { several } from '../../format/words';
import { Card } from '../../parts/Card';
import { Command } from '../../parts/Command';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Loading } from '../../parts/Loading';
import { PageHead } from '../../parts/PageHead';
import { places } from '../../routing/places';
import './control.css';

export function ControlPlanePage() {
  const { value, fault } = useAnswer<ControlPlane>(question('control-plane'));

  if (!value) {
    return (
      <>
        <PageHead title="Control plane" />
        <Fault text={fault} />
        <div className="card"><Loading /></div>
      </>
    );
  }

  const failed = value.checks.filter((check) => !check.passed).length;

  return (
    <>
      <PageHead title={failed ? `${several(failed, 'check')} of the control plane ${failed === 1 ? 'fails' : 'fail'}` : 'The control plane is well'}>
        Release {value.version} on {value.runtime}, in namespace {value.namespace}.
      </PageHead>
      <Fault text={fault} />
      <div className="control">
        <Card title="Checks" aside="as conduit check">
          <ul className="list control-checks">
            {value.checks.map((check) => (
              <li key={check.subsystem}>
                <span className={`mark ${check.passed ? 'ok' : 'bad'}`} aria-label={check.passed ? 'passed' : 'failed'}>{check.passed ? '✓' : '✗'}</span>
                <span>
                  {check.description}
                  {check.message && <span className="why">{check.message}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Proxies" aside={`${count(value.meshedPods)} should be connected`}>
          <Versions value={value} />
        </Card>
        <Card title="Not connected" aside={value.silentProxies.length > 0 ? several(value.silentProxies.length, 'proxy', 'proxies') : undefined}>
          <Silent names={value.silentProxies} />
        </Card>
        <Card title="Load" aside="of the controller">
          <dl className="facts">
            <dt>Series of traffic held</dt>
            <dd>{count(value.load.series)}</dd>
            <dt>Reports without room</dt>
            <dd className={value.load.seriesOverflow ? 'warn' : ''}>{count(value.load.seriesOverflow)}</dd>
            <dt>Taps that run</dt>
            <dd>{count(value.load.taps)}</dd>
            <dt>Tap events dropped</dt>
            <dd>{count(value.load.tapEventsDropped)}</dd>
          </dl>
        </Card>
      </div>
    </>
  );
}

function Versions({ value }: { value: ControlPlane }) {
  const skewed = value.proxyVersions.filter((each) => each.version !== value.version);

  return value.proxyVersions.length === 0 ? (
    <Empty title="No pod has a proxy yet." command="conduit inject app.yml | kubectl apply -f -" />
  ) : (
    <>
      <dl className="facts">
        {value.proxyVersions.map((each) => (
          <div key={each.version}>
            <dt>
              <span className={`chip ${each.version === value.version ? 'ok' : 'warn'}`}>{each.version || 'unknown release'}</span>
            </dt>
            <dd>{several(each.pods, 'pod')}</dd>
          </div>
        ))}
      </dl>
      <p className="facts-note">
        {skewed.length === 0
          ? 'Every proxy has the controller’s release.'
          : 'Proxies of another release take the controller’s when their pods are made anew.'}
      </p>
    </>
  );
}

function Silent({ names }: { names: string[] }) {
  if (names.length === 0) {
    return <Empty title="None.">Every running pod of the mesh reports what it counts.</Empty>;
  }

  const [first = ''] = names;
  const [namespace = '', pod = ''] = first.split('/');

  return (
    <>
      <ul className="list silent">
        {names.map((name) => {
          const [space = '', podName = ''] = name.split('/');
          return <li key={name}><a className="link" href={places.workload({ kind: 'pod', namespace: space, name: podName })}>{name}</a></li>;
        })}
      </ul>
      <div className="facts-note">
        <p>What their proxies say may tell why:</p>
        <Command text={`kubectl logs -n ${namespace} ${pod} -c conduit-proxy`} />
      </div>
    </>
  );
}
