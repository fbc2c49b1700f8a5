import { mkdirSync } from 'node:fs'
import { step } from './builds/progress'
import { runCommand } from './command'
import { type DeployRequest, readArguments } from './deploy/arguments'
import { carryOut, type Ports } from './deploy/carry-out'
import { openEnvironment } from './deploy/cloudbase-environment'
import type { DeployConfig } from './deploy/config'
import { confirm } from './deploy/confirm'
import { gatherFacts, readConfig } from './deploy/gather'
import { plan } from './deploy/plan'
import type { Environment } from './deploy/ports'
import { functionValues, readSecrets, type Secrets } from './deploy/secrets'
import { showPlan } from './deploy/show'
import { fetchUploader, loadUploader } from './deploy/uploader'
import { openPlatform } from './deploy/wechat-platform'

const qrCodeFile = '.local/preview.jpg'

/** `npm run deploy`: exit 0 when done or nothing was asked for, 1 with every problem listed, 2 when not confirmed. */
async function main(args: string[]): Promise<number> {
  const request = readArguments(args)
  const read = readConfig()
  const secrets = readSecrets(process.env)
  const environment = read.config ? open(request, read.config, secrets) : null
  const decided = plan(await gatherFacts(request, read, secrets, environment))
  console.log(showPlan(decided, request.environment))
  if (decided.problems.length > 0) return 1
  if (request.onlyShow) {
    console.log('\nNothing was chosen, so nothing was done: --functions, --upload, --preview or --all does it.')
    return 0
  }
  if (!environment || !read.config) throw new Error('The environment was never opened.')
  if (!(await confirm(request.environment, request.yes, process.stdin, process.stdout))) {
    console.log('Nothing was done.')
    return 2
  }
  mkdirSync('.local', { recursive: true })
  await carryOut(decided.steps, ports(environment, read.config, secrets), {
    secrets: functionValues(secrets),
    qrCodeFile,
    show: step,
  })
  if (request.actions.includes('functions'))
    console.log(`\nIf no campaign is published yet: npm run campaign:publish -- FILE --env ${request.environment}`)
  if (request.actions.includes('upload'))
    console.log(
      "\nUploaded, not released: try it as 体验版, hand it in for review, release it in WeChat's console (docs/go-live.md).",
    )
  return 0
}

function open({ environment }: DeployRequest, config: DeployConfig, secrets: Secrets): Environment | null {
  const region = config.environments[environment]?.region
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = secrets
  return region && secretId && secretKey ? openEnvironment({ environment, region, secretId, secretKey }) : null
}

const ports = (environment: Environment, { appId }: DeployConfig, secrets: Secrets): Ports => ({
  environment,
  fetchUploader,
  openPlatform: () => openPlatform(loadUploader(), { appId, keyFile: secrets.WECHAT_UPLOAD_KEY ?? '' }),
})

runCommand(main)
