import { defineConfig } from 'vite'

/** Addresses stay relative: the console is served below /console/, a file server may put it elsewhere. */
export default defineConfig({
  base: './',
  esbuild: { jsx: 'automatic', charset: 'utf8' },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // React and the router change seldom: a browser keeps them over many releases of the console.
    rollupOptions: {
      // `use client` is for servers that render: here everything is the client's.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      output: { manualChunks: { react: ['react', 'react-dom', 'react-router-dom', '@tanstack/react-query'] } },
    },
  },
})
