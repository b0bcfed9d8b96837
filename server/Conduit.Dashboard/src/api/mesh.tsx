import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { LiveMesh, type Answer, type Connection } from './liveMesh';

const Mesh = createContext<LiveMesh | null>(null);

export function MeshProvider({ mesh, children }: { mesh: LiveMesh; children: ReactNode }) {
  return <Mesh value={mesh}>{children}</Mesh>;
}

export function useMesh(): LiveMesh {
  return useContext(Mesh)!;
}

/** The newest answer, again with each that changed. Null asks nothing. */
export function useAnswer<T>(question: string | null): Answer<T> {
  const mesh = useMesh();
  useEffect(() => (question === null ? undefined : mesh.ask(question)), [mesh, question]);
  return useSyncExternalStore(mesh.subscribe, () => mesh.answer(question ?? '')) as Answer<T>;
}

export function useConnection(): Connection {
  const mesh = useMesh();
  return useSyncExternalStore(mesh.subscribe, () => mesh.connection);
}
