import { defineConfig } from 'vite'

/** The page stands at the cloud's own address, `/`; what it loads lies under `/_page/`, so that it hides no address of a tool around it. */
export default defineConfig({
  base: '/_page/',
  esbuild: { jsx: 'automatic', charset: 'utf8' },
  build: {
    outDir: '../../dist/localcloud-page',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // `use client` is for servers that render: here everything is the client's.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
})
