import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LiveMesh } from './api/liveMesh';
import { MeshProvider } from './api/mesh';
import { App } from './App';
import './parts/parts.css';
import './theme/base.css';
import { applyTheme } from './theme/theme';

applyTheme();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MeshProvider mesh={new LiveMesh()}>
      <App />
    </MeshProvider>
  </StrictMode>,
);
