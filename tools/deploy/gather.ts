import { existsSync, readFileSync } from 'node:fs'
import { checkCampaignFile } from '#rules/campaign/check'
import type { DeployRequest } from './arguments'
import { type DeployConfig, parseConfig } from './config'
import { readCollections, readFunctionRules, storageAccess } from './declared'
import type { Declaration, Facts } from './facts'
import { buildFacts, builtFor, doorFacts, privacyUses, projectAppId, releaseOf } from './local-facts'
import type { Environment } from './ports'
import type { Problem } from './problem'
import { askEnvironment, surveyEnvironment } from './remote-facts'
import { type Secrets, secretFacts } from './secrets'
import { uploaderVersions } from './uploader'

export const configFile = 'deploy.yaml'

/** Null, and why, when the file is missing or faulty. */
export function readConfig(file: string = configFile): { config: DeployConfig | null; problems: Problem[] } {
  if (!existsSync(file)) {
    const mend = 'cp deploy.example.yaml deploy.yaml, and fill it in.'
    return { config: null, problems: [{ what: 'is missing', where: file, mend }] }
  }
  const read = parseConfig(readFileSync(file, 'utf8'), file)
  return Array.isArray(read) ? { config: null, problems: read } : { config: read, problems: [] }
}

/** What an environment should have, and what is wrong with that declaration. */
export function readDeclaration(config: DeployConfig | null): { declared: Declaration; problems: Problem[] } {
  const { doors, problems } = doorFacts()
  const declared = {
    collections: readCollections('cloudfunctions/store/collections.json'),
    doors,
    functionRules: readFunctionRules('cloudfunctions/function-rules.json'),
    storageAccess,
    variables: variablesOf(config),
  }
  return { declared, problems }
}

const variablesOf = (config: DeployConfig | null): Record<string, string> =>
  config ? { SUBSCRIBE_MESSAGES: JSON.stringify(config.messages) } : {}

/**
 * Everything that the plan is made from.
 * @param environment null when there is no way to ask it: no config, no credentials
 */
export async function gatherFacts(
  request: DeployRequest,
  { config, problems }: ReturnType<typeof readConfig>,
  secrets: Secrets,
  environment: Environment | null,
): Promise<Facts> {
  const { declared, problems: declarationProblems } = readDeclaration(config)
  const asked = environment
    ? await askEnvironment(request.environment, async () => ({
        ...(await surveyEnvironment(environment, declared, secrets)),
        termsInForce: await environment.findTermsInForce(),
      }))
    : null
  const unanswered = asked && 'what' in asked ? [asked] : []
  return {
    environment: request.environment,
    actions: request.actions,
    config,
    projectAppId: projectAppId(),
    secrets: secretFacts(secrets),
    builds: buildFacts().filter(({ name }) =>
      name === 'weapp' ? releases(request) : request.actions.includes('functions'),
    ),
    builtForEnvironment: builtFor(request.environment),
    privacyUses: privacyUses(),
    declared,
    remote: asked && !('what' in asked) ? asked : null,
    campaignFile: request.campaignFile === null ? null : checkFile(request.campaignFile),
    release: releaseOf(config?.robot ?? 1),
    uploader: uploaderVersions(),
    found: [...problems, ...declarationProblems, ...unanswered],
  }
}

const releases = ({ actions }: DeployRequest) => actions.includes('preview') || actions.includes('upload')

function checkFile(file: string): { file: string; problems: number } {
  if (!existsSync(file)) throw new Error(`There is no campaign file ${file}.`)
  const checked = checkCampaignFile(readFileSync(file, 'utf8'), file)
  return { file, problems: checked.ok ? 0 : checked.problems.length }
}
