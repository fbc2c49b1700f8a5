import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const at = (...parts: string[]) => path.join(root, ...parts)

/** Rooms outside `src` that the mini-program is compiled with, and the packages that are shipped untranspiled. */
const compiledToo = [at('values'), at('contract'), at('node_modules/valibot'), at('node_modules/@noble/hashes')]

/** Pictures up to this many bytes travel inside the style sheet or script that shows them. */
const SMALL_PICTURE = 10_240

/** Taro's build of the mini-program: `weapp` for WeChat, `h5` for the preview in a browser. */
export default defineConfig(async () => ({
  projectName: 'motor-campaign',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  // `npm run audit:weapp` builds an empty page with all of this, to compare ours with.
  sourceRoot: process.env.OTHER_SOURCE ?? 'src',
  // Replaced even when it is not set: in WeChat there is no `process` to ask.
  env: { TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? '') },
  outputRoot: process.env.OTHER_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  plugins: [at('config', 'accessible-names.js')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  alias: { '@': at('src'), '#values': at('values'), '#contract': at('contract') },
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include: compiledToo },
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      url: { enable: true, config: { limit: SMALL_PICTURE } },
      cssModules: { enable: false },
    },
    imageUrlLoaderOption: { limit: SMALL_PICTURE },
    // Every component's classes begin with its own name, so the order of style sheets decides nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    compile: { include: compiledToo },
    // The preview is served below /h5/, a file server may put it elsewhere: every address stays relative.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    imageUrlLoaderOption: { limit: SMALL_PICTURE },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    // Webpack's size hints are for websites; the mini-program's budget is checked on the WeChat build.
    webpackChain: (chain) => chain.performance.hints(false),
  },
}))
