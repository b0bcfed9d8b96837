import { useState, type FormEvent, type ReactNode } from 'react';
import { useAnswer } from '../../api/mesh';
import type { Stat } from '../../api/types';
import { question } from '../../api/url';
import { kinds } from '../../format/words';
import { replaceQuery, useRoute } from '../../routing/route';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const fields = ['kind', 'ns', 'name', 'to', 'method', 'path', 'authority', 'rps'];
const tappable = kinds.filter((kind) => kind.name !== 'authority');

/** What to watch. Choices apply at once, text when it is entered. */
export function TapForm() {
  const { query } = useRoute();
  const kind = query.get('kind') ?? 'deployment';
  const namespace = query.get('ns') ?? '';
  const { value: spaces } = useAnswer<Stat>(question('stat', { kind: 'namespace' }));
  const { value: named } = useAnswer<Stat>(question('stat', { kind, namespace }));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    replaceQuery(Object.fromEntries(fields.filter((field) => form.has(field)).map((field) => [field, String(form.get(field)).trim()])));
  };

  return (
    <form className="card tap-form" onSubmit={submit} aria-label="What to watch">
      <Choice label="Kind" name="kind" value={kind} onChange={(value) => replaceQuery({ kind: value, name: undefined })}>
        {tappable.map((each) => <option key={each.name} value={each.name}>{each.one}</option>)}
      </Choice>
      <Choice label="Namespace" name="ns" value={namespace} onChange={(value) => replaceQuery({ ns: value, name: undefined })}>
        <option value="">Choose …</option>
        {withChosen(spaces, namespace).map((name) => <option key={name}>{name}</option>)}
      </Choice>
      <Choice label="Name" name="name" value={query.get('name') ?? ''} onChange={(value) => replaceQuery({ name: value })}>
        <option value="">All</option>
        {(namespace ? withChosen(named, query.get('name') ?? '') : []).map((name) => <option key={name}>{name}</option>)}
      </Choice>
      <Choice label="Method" name="method" value={query.get('method') ?? ''} onChange={(value) => replaceQuery({ method: value })}>
        <option value="">Any</option>
        {methods.map((method) => <option key={method}>{method}</option>)}
      </Choice>
      <Text label="Path begins with" name="path" placeholder="/api" />
      <Text label="Authority" name="authority" placeholder="any" />
      <Text label="Sent to" name="to" placeholder="deployment/voting" />
      <Choice label="At most per second" name="rps" value={query.get('rps') ?? '10'} onChange={(value) => replaceQuery({ rps: value })}>
        {['1', '5', '10', '25', '50', '100'].map((rps) => <option key={rps}>{rps}</option>)}
      </Choice>
      <button type="submit" className="sr-only">Apply</button>
    </form>
  );
}

function withChosen(stat: Stat | undefined, chosen: string): string[] {
  return [...new Set([...(stat?.rows.map((row) => row.name) ?? []), ...(chosen ? [chosen] : [])])].sort();
}

interface ChoiceProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, name, value, onChange, children }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" name={name} value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
    </label>
  );
}

function Text({ label, name, placeholder }: { label: string; name: string; placeholder: string }) {
  const given = useRoute().query.get(name) ?? '';
  const [text, setText] = useState(given);

  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        name={name}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== given && replaceQuery({ [name]: text.trim() })}
      />
    </label>
  );
}
