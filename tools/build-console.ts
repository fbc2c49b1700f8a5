import type { Build } from './builds/build'
import { folderSize } from './builds/fingerprint'
import { runProgram } from './builds/program'
import { kilobytes } from './builds/progress'

const output = 'dist/console'

/** The campaign team's console: static files that any file server can hold, beside the staff's door. */
export const consoleBuild: Build = {
  name: 'console',
  sources: ['console', 'contract', 'values', 'package-lock.json', 'tools/build-console.ts'],
  output,
  proof: ['index.html'],
  async make() {
    const { code, output: said } = await runProgram('vite', ['build', 'console'], { NODE_ENV: 'production' })
    if (code !== 0) throw new Error(`Vite could not build the console:\n${said}`)
  },
  summary: () => kilobytes(folderSize(output)),
}
