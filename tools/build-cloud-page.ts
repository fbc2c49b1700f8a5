import type { Build } from './builds/build'
import { folderSize } from './builds/fingerprint'
import { runProgram } from './builds/program'
import { kilobytes } from './builds/progress'

const page = 'localcloud/page'
const output = 'dist/localcloud-page'

/** The local cloud's own page, which the local cloud serves at its address. */
export const cloudPageBuild: Build = {
  name: "the local cloud's page",
  sources: [page, 'package-lock.json', 'tools/build-cloud-page.ts'],
  output,
  proof: ['index.html'],
  async make() {
    const { code, output: said } = await runProgram('vite', ['build', page], { NODE_ENV: 'production' })
    if (code !== 0) throw new Error(`Vite could not build the local cloud's page:\n${said}`)
  },
  summary: () => kilobytes(folderSize(output)),
}
