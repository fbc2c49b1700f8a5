import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const taroGlobals = {
  'process.env.TARO_ENV': '"weapp"',
  definePageConfig: '((config) => config)',
  defineAppConfig: '((config) => config)',
}
const at = (path: string) => new URL(path, import.meta.url).pathname

const journeys = { include: ['tests/journeys/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 }

/** One project a kind of test; `npm test` runs them all, journeys included. */
export default defineConfig({
  test: {
    // Vitest keeps one processor for itself, which of two is half the machine; many tests wait for a browser meanwhile.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'rooms',
          // Pure functions leave nothing behind: a world of its own for each file only costs time.
          isolate: false,
          include: ['{values,contract,rules,cloudfunctions,localcloud,tools}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: {
          alias: [
            { find: /^@\//, replacement: `${at('./src')}/` },
            { find: /^@tarojs\/components$/, replacement: at('./tests/stubs/taro-components.tsx') },
            { find: /^@tarojs\/taro$/, replacement: at('./tests/stubs/taro.ts') },
          ],
        },
        define: taroGlobals,
        test: { name: 'pages', environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], css: false },
      },
      {
        test: {
          name: 'console',
          environment: 'jsdom',
          include: ['console/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/console/setup.ts'],
          css: false,
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'cloud page', environment: 'jsdom', include: ['localcloud/page/**/*.test.tsx'], css: false },
      },
      {
        test: {
          name: 'localcloud',
          include: ['tests/localcloud/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'handlers',
          include: ['tests/handlers/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'weapp',
          environment: './tests/weapp/environment.ts',
          include: ['tests/weapp/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'journeys', ...journeys, provide: { phone: 'h5' } },
      },
      {
        // What happens at a desk alone is the same with every phone.
        test: {
          name: 'journeys on the WeChat build',
          ...journeys,
          exclude: ['tests/journeys/console-*.test.ts'],
          provide: { phone: 'weapp' },
        },
      },
    ],
  },
})
