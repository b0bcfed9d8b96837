import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Paths are relative, so that the page works below any prefix. Nothing is put inline: the page's policy forbids it.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: process.env['CONDUIT_DASHBOARD_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': process.env['CONDUIT_WEB'] ?? 'http://127.0.0.1:8084' },
  },
});
