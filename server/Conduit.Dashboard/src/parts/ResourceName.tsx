import type { Resource } from '../api/types';
import type { Health } from '../format/health';
import { placeOf } from '../routing/places';

const healthWords: Record<Health, string> = { ok: 'healthy', warn: 'some requests fail', bad: 'failing', idle: 'no traffic' };

/** A resource with its state, linked to its page where it has one. */
export function ResourceName({ resource, health, showNamespace }: { resource: Resource; health?: Health; showNamespace?: boolean }) {
  const place = placeOf(resource);
  const content = (
    <>
      {health && (
        <span className={`dot ${health}`}>
          <span className="sr-only">{healthWords[health]}: </span>
        </span>
      )}
      <span className="text" title={resource.name}>
        {resource.name}
        {showNamespace && resource.namespace && <span className="space"> {resource.namespace}</span>}
        {resource.kind === 'authority' && <span className="space"> outside the mesh</span>}
      </span>
    </>
  );

  return place ? <a className="name" href={place}>{content}</a> : <span className="name">{content}</span>;
}
