/** `npm run cloud`: the local cloud alone, with its own page built. The arguments are its own: localcloud/README.md. */
import { cloudPageBuild } from './build-cloud-page'
import { makeWhatChanged } from './builds/build'

makeWhatChanged([cloudPageBuild])
  .then(() => import('#localcloud/main'))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
