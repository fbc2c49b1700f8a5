import type { DeployConfig } from './config'
import type { BuildFact, Facts, SecretFact, SecretName } from './facts'
import type { Problem } from './problem'

/** What is checked before anything is done, in the order of a first-timer's way. */
export function check(facts: Facts): Problem[] {
  return [
    ...facts.found,
    ...checkAccount(facts),
    ...checkSecrets(facts),
    ...checkBuilds(facts),
    ...checkTerms(facts),
    ...checkPrivacy(facts),
    ...checkOpenApi(facts),
    ...(facts.config && facts.actions.includes('functions') ? checkMessages(facts.config) : []),
  ]
}

const releases = ({ actions }: Facts) => actions.includes('upload') || actions.includes('preview')

function checkAccount({ environment, config, projectAppId }: Facts): Problem[] {
  if (!config) return []
  const problems: Problem[] = []
  if (/^wx0{16}$/.test(config.appId))
    problems.push({
      what: 'is the example, not an app id',
      where: 'deploy.yaml: appId',
      mend: "Enter the mini-program's own, from 开发管理 in WeChat's console.",
    })
  if (projectAppId !== config.appId)
    problems.push({
      what: `${projectAppId} is not ${config.appId}`,
      where: 'project.config.json: appid',
      mend: 'Make both the same app id; touristappid is for DevTools on your own machine only.',
    })
  return [...problems, ...checkListed(environment, config)]
}

export function checkListed(environment: string, config: DeployConfig): Problem[] {
  if (Object.hasOwn(config.environments, environment)) return []
  return [
    {
      what: `${environment} is not listed; there are ${Object.keys(config.environments).join(', ') || 'none'}`,
      where: 'deploy.yaml: environments',
      mend: 'Add it with its region, or name another one with --env.',
    },
  ]
}

const forms: Record<SecretName, string> = {
  TENCENTCLOUD_SECRETID: 'an API key id of the Tencent Cloud account that owns the environment',
  TENCENTCLOUD_SECRETKEY: 'the API key that belongs to TENCENTCLOUD_SECRETID',
  PSEUDONYM_KEY: '64 hexadecimal digits (32 random bytes)',
  FIELD_KEY: '64 hexadecimal digits (32 random bytes)',
  LOOKUP_KEY: '64 hexadecimal digits (32 random bytes)',
  POLICY_FEED_KEY: '64 hexadecimal digits (32 random bytes), the same that signs the core system’s messages',
  WECHAT_UPLOAD_KEY: "the path of WeChat's code upload key (代码上传密钥), a file that exists",
}

function checkSecrets(facts: Facts): Problem[] {
  const needed = (name: SecretName) =>
    name.startsWith('TENCENTCLOUD_') ||
    (name === 'WECHAT_UPLOAD_KEY' ? releases(facts) : facts.actions.includes('functions'))
  return checkEach(facts.secrets, needed)
}

/** Those that are needed are there and well formed; none is under git. */
export const checkEach = (secrets: readonly SecretFact[], needed: (name: SecretName) => boolean): Problem[] =>
  secrets.flatMap((secret) => [
    ...(needed(secret.name) ? checkForm(secret) : []),
    ...secret.trackedIn.map((file) => ({
      what: `${secret.name} is under git`,
      where: file,
      mend: 'It is known now: make a new one, remove this one from the history, and keep it in .local/deploy.env.',
    })),
  ])

function checkForm({ name, form }: SecretFact): Problem[] {
  if (form === 'good') return []
  return [
    {
      what: `${name} is ${form === null ? 'missing' : 'malformed'}`,
      where: 'the process environment and .local/deploy.env',
      mend: `Set it to ${forms[name]}; docs/go-live.md says where it comes from.`,
    },
  ]
}

function checkBuilds(facts: Facts): Problem[] {
  const mend = `TARO_APP_CLOUD_ENV=${facts.environment} npm run build`
  const problems = checkFresh(facts.builds, mend)
  const weapp = facts.builds.find(({ name }) => name === 'weapp')
  if (releases(facts) && weapp?.state === 'fresh' && !facts.builtForEnvironment)
    problems.push({
      what: `does not call ${facts.environment}: customers would reach another environment or none`,
      where: 'the build of weapp',
      mend,
    })
  return problems
}

export const checkFresh = (builds: readonly BuildFact[], mend: string): Problem[] =>
  builds
    .filter(({ state }) => state !== 'fresh')
    .map(({ name, state }) => ({
      what: state === 'absent' ? 'has not been built' : 'was built from other sources than those here now',
      where: `the build of ${name}`,
      mend,
    }))

function checkTerms({ environment, remote, campaignFile }: Facts): Problem[] {
  if (campaignFile && campaignFile.problems > 0)
    return [
      {
        what: `has ${campaignFile.problems} problems`,
        where: campaignFile.file,
        mend: `npm run campaign:check -- ${campaignFile.file}`,
      },
    ]
  if (campaignFile || !remote || remote.termsInForce) return []
  return [
    {
      what: 'no campaign has been published, and none is named',
      where: environment,
      mend: 'Name the file that will be published with --campaign campaigns/YOURS.yaml; it is checked, not published.',
    },
  ]
}

function checkPrivacy({ config, privacyUses }: Facts): Problem[] {
  if (!config) return []
  const declared = new Set(config.privacy.map(({ item }) => item))
  const used = new Set(privacyUses.map(({ item }) => item))
  return [
    ...privacyUses
      .filter(({ item }) => !declared.has(item))
      .map(({ item, by }) => ({
        what: `${item} is used (${by}) and not declared: WeChat refuses the call`,
        where: 'deploy.yaml: privacy',
        mend: 'Declare it in 用户隐私保护指引 with its purpose, then list it here.',
      })),
    ...config.privacy
      .filter(({ item }) => !used.has(item))
      .map(({ item }) => ({
        what: `${item} is declared and no code uses it`,
        where: 'deploy.yaml: privacy',
        mend: 'Take it out of 用户隐私保护指引 and from here: ask for no more than is needed.',
      })),
  ]
}

function checkOpenApi({ declared, config, actions }: Facts): Problem[] {
  if (!config || !actions.includes('functions')) return []
  return declared.doors.flatMap(({ name, config: { permissions } }) => {
    const granted = config.openApi[name] ?? []
    return permissions.openapi
      .filter((api) => !granted.includes(api))
      .map((api) => ({
        what: `function ${name} calls ${api}, which is not listed as granted`,
        where: `deploy.yaml: openApi.${name}`,
        mend: `Upload ${name} once from WeChat DevTools: only that registers config.json's permissions. Then list it here.`,
      }))
  })
}

/** That each template is named, the file's own form demands; the example's id is none. */
export const checkMessages = ({ messages }: DeployConfig): Problem[] =>
  Object.entries(messages)
    .filter(([, { templateId }]) => /^0+$/.test(templateId))
    .map(([name]) => ({
      what: 'is the example, not the id of a template',
      where: `deploy.yaml: messages.${name}.templateId`,
      mend: "Choose a template in 功能 → 订阅消息 of WeChat's console, and enter its id and its fields (docs/go-live.md).",
    }))
