import { useMemo } from 'react';
import { useAnswer } from '../../api/mesh';
import type { Stat, StatRow } from '../../api/types';
import { question } from '../../api/url';
import { healthOfRow } from '../../format/health';
import { kindOf, keyOf, kinds, several } from '../../format/words';
import { Empty } from '../../parts/Empty';
import { Fault } from '../../parts/Fault';
import { Loading } from '../../parts/Loading';
import { PageHead } from '../../parts/PageHead';
import { ResourceName } from '../../parts/ResourceName';
import { places } from '../../routing/places';
import { replaceQuery, useRoute } from '../../routing/route';
import { DataTable, type Column } from '../../tables/DataTable';
import { meshedColumn } from '../../tables/meshedColumn';
import { trafficColumns } from '../../tables/trafficColumns';
import './workloads.css';

/** All workloads of a kind. */
export function WorkloadsPage({ kind, namespace }: { kind: string; namespace?: string }) {
  const { value, fault } = useAnswer<Stat>(question('stat', { kind, namespace }));
  const filter = useRoute().query.get('filter') ?? '';
  const rows = useMemo(() => value?.rows.filter((row) => `${row.namespace}/${row.name}`.includes(filter.toLowerCase())) ?? [], [value, filter]);
  const columns = useMemo(() => columnsOf(kind, !namespace), [kind, namespace]);
  const { many } = kindOf(kind);

  return (
    <>
      <PageHead title={many}>{value && value.rows.length > 0 && told(value.rows, many, namespace)}</PageHead>
      <div className="workloads-bar">
        <nav className="tabs" aria-label="Kinds">
          {kinds.map((each) => (
            <a
              key={each.name}
              className="tab"
              href={places.workloads(each.name, namespace)}
              aria-current={each.name === kind ? 'page' : undefined}
              ref={each.name === kind ? inView : undefined}
            >
              {each.many}
            </a>
          ))}
        </nav>
        <input className="input" type="search" aria-label="Filter by name" placeholder="Filter by name" value={filter} onChange={(event) => replaceQuery({ filter: event.target.value })} />
      </div>
      <Fault text={fault} />
      <div className="card">
        {!value ? <Loading height={320} /> : rows.length > 0 ? (
          <DataTable key={kind} label={many} columns={columns} rows={rows} rowKey={keyOf} order={{ key: 'rps', down: true }} />
        ) : filter ? (
          <Empty title={`None of ${several(value.rows.length, 'name')} contains “${filter}”.`}>
            <button type="button" className="link" onClick={() => replaceQuery({ filter: undefined })}>Show all</button>
          </Empty>
        ) : (
          <Empty title={`There are no ${many} ${namespace ? `in ${namespace}` : 'here'}.`} command={`kubectl get ${kind === 'authority' ? 'services' : many.toLowerCase()} -A`}>
            {kind === 'authority' ? 'Authorities are the names that requests ask for; they show up with the first request.' : 'What the cluster has of this kind shows up by itself.'}
          </Empty>
        )}
      </div>
    </>
  );
}

// On a phone there are more tabs than fit.
function inView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function columnsOf(kind: string, showNamespace: boolean): Column<StatRow>[] {
  return [
    {
      key: 'name',
      title: kindOf(kind).one,
      sort: (row) => row.name,
      cell: (row) => <ResourceName resource={row} health={healthOfRow(row)} />,
    },
    ...(showNamespace ? [{ key: 'namespace', title: 'Namespace', from: 'm' as const, width: '17%', sort: (row: StatRow) => row.namespace, cell: (row: StatRow) => <span className="muted">{row.namespace}</span> }] : []),
    ...(kind === 'authority' ? [] : [meshedColumn]),
    ...trafficColumns<StatRow>(),
  ];
}

function told(rows: StatRow[], many: string, namespace: string | undefined): string {
  const busy = rows.filter((row) => row.traffic).length;
  return `${rows.length.toLocaleString('en-US')} ${rows.length === 1 ? many.slice(0, -1) : many}${namespace ? ` in ${namespace}` : ''}, ${busy.toLocaleString('en-US')} with requests in the last minute.`;
}
