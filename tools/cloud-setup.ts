import { step } from './builds/progress'
import { readArguments } from './cloud-setup/arguments'
import { bringAbout, compare, type Supplies } from './cloud-setup/set-up'
import { showDifferences } from './cloud-setup/show'
import { runCommand } from './command'
import { checkEach, checkListed, checkMessages } from './deploy/checks'
import { openEnvironment } from './deploy/cloudbase-environment'
import type { DeployConfig } from './deploy/config'
import { confirm } from './deploy/confirm'
import { readConfig, readDeclaration } from './deploy/gather'
import { buildFacts } from './deploy/local-facts'
import { readSecrets, type Secrets, secretFacts } from './deploy/secrets'
import { showProblems } from './deploy/show'

/** `npm run cloud:setup`: exit 0 when done or nothing was asked for, 1 with every problem listed, 2 when not confirmed. */
async function main(args: string[]): Promise<number> {
  const { environment: name, dryRun, yes } = readArguments(args)
  const { config, problems: configProblems } = readConfig()
  const { declared, problems: declarationProblems } = readDeclaration(config)
  const secrets = readSecrets(process.env)
  const supplies = suppliesOf(declared, config, secrets)
  const inTheWay = [
    ...configProblems,
    ...(config ? checkListed(name, config) : []),
    ...declarationProblems,
    ...checkEach(supplies.secretFacts, (secret) => secret.startsWith('TENCENTCLOUD_')),
  ]
  const region = config?.environments[name]?.region
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = secrets
  if (inTheWay.length > 0 || !region || !secretId || !secretKey) {
    console.log(showProblems(inTheWay, name))
    return 1
  }
  const environment = openEnvironment({ environment: name, region, secretId, secretKey })
  const plan = await compare(name, environment, supplies)
  if (plan.steps.length > 0 || plan.problems.length === 0) console.log(showDifferences(plan, name))
  if (plan.problems.length > 0) {
    console.log(showProblems(plan.problems, name))
    return 1
  }
  if (dryRun || plan.steps.length === 0) {
    console.log(dryRun ? 'Nothing was done: this was a dry run.' : 'Nothing to do.')
    return 0
  }
  if (!(await confirm(name, yes, process.stdin, process.stdout))) {
    console.log('Nothing was done.')
    return 2
  }
  await bringAbout(plan.steps, environment, secrets, step)
  return 0
}

function suppliesOf(declared: Supplies['declared'], config: DeployConfig | null, secrets: Secrets): Supplies {
  const build = buildFacts().find(({ name }) => name === 'cloud functions') ?? {
    name: 'cloud functions',
    state: 'absent',
  }
  const variableProblems = config ? checkMessages(config) : []
  return { declared, secrets, secretFacts: secretFacts(secrets), variableProblems, build }
}

runCommand(main)
