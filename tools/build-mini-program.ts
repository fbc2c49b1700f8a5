import type { Build } from './builds/build'
import { folderSize } from './builds/fingerprint'
import { runProgram } from './builds/program'
import { kilobytes } from './builds/progress'

const sources = ['src', 'contract', 'values', 'config', 'babel.config.js', 'project.config.json', 'package-lock.json']
/** WeChat refuses a main package above this. */
const mainPackageLimit = 2 * 1024 * 1024

async function compile(target: 'weapp' | 'h5', environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const { code, output } = await runProgram('taro', ['build', '--type', target], {
    NODE_ENV: 'production',
    ...environment,
  })
  if (code !== 0) throw new Error(`Taro could not build ${target}:\n${output}`)
}

/** What WeChat loads before the first page: everything outside the subpackages. */
function mainPackageSize(): number {
  return folderSize('dist/weapp', (file) => !/[\\/]packages[\\/]/.test(file))
}

/** The mini-program as WeChat runs it. */
export const weappBuild: Build = {
  name: 'weapp',
  sources,
  output: 'dist/weapp',
  proof: ['app.js', 'app.json', 'base.wxml'],
  async make() {
    await compile('weapp')
    const size = mainPackageSize()
    if (size > mainPackageLimit)
      throw new Error(`The main package is ${kilobytes(size)}; WeChat takes 2,048 KB at most.`)
  },
  summary: () => `${kilobytes(folderSize('dist/weapp'))}, main package ${kilobytes(mainPackageSize())} of 2,048 KB`,
}

/** The same pages for a browser: the preview of `npm start`, and the journeys' target. */
export const h5Build: Build = {
  name: 'h5',
  sources,
  output: 'dist/h5',
  proof: ['index.html'],
  make: () => compile('h5'),
  summary: () => kilobytes(folderSize('dist/h5')),
}

const emptyPage = 'tests/weapp/audit/empty-page'
const emptyOutput = 'dist/empty-page'

/** One page with one word, built as the mini-program is: what the audit compares its pages with. */
export const emptyPageBuild: Build = {
  name: 'empty page',
  sources: [emptyPage, 'config', 'babel.config.js', 'package-lock.json'],
  output: emptyOutput,
  proof: ['app.js', 'app.json', 'base.wxml'],
  make: () => compile('weapp', { OTHER_SOURCE: emptyPage, OTHER_OUTPUT: emptyOutput }),
  summary: () => kilobytes(folderSize(emptyOutput)),
}
