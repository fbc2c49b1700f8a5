/** `npm run build`: everything that is deployed, made anew into dist/. Names choose some: `npm run build -- h5`. */
import { cloudPageBuild } from './build-cloud-page'
import { consoleBuild } from './build-console'
import { functionsBuild } from './build-functions'
import { h5Build, weappBuild } from './build-mini-program'
import { make } from './builds/build'
import { runCommand } from './command'

const builds = {
  functions: functionsBuild,
  weapp: weappBuild,
  h5: h5Build,
  console: consoleBuild,
  'cloud-page': cloudPageBuild,
}

runCommand(async (args) => {
  const unknown = args.filter((name) => !Object.hasOwn(builds, name))
  if (unknown.length > 0)
    throw new Error(`No build is named ${unknown.join(', ')}; there are ${Object.keys(builds).join(', ')}.`)
  for (const [name, build] of Object.entries(builds)) if (args.length === 0 || args.includes(name)) await make(build)
  return 0
})
