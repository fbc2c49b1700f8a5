import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseConfig } from './config'
import { doorFacts, privacyUses } from './local-facts'

const example = readFileSync('deploy.example.yaml', 'utf8')

test('the example is a whole config, and declares just what the code of today uses', () => {
  const config = parseConfig(example, 'deploy.yaml')
  if (Array.isArray(config)) throw new Error(JSON.stringify(config))
  expect(config.privacy.map(({ item }) => item).sort()).toEqual(
    privacyUses()
      .map(({ item }) => item)
      .sort(),
  )
  const calls = doorFacts().doors.flatMap(({ name, config: { permissions } }) =>
    permissions.openapi.length > 0 ? [[name, permissions.openapi]] : [],
  )
  expect(config.openApi).toEqual(Object.fromEntries(calls))
})

test.each([
  ['a faulty app id', example.replace(/appId: \S+/, 'appId: touristappid'), 'deploy.yaml: appId'],
  ['a robot too many', example.replace('robot: 1', 'robot: 31'), 'deploy.yaml: robot'],
  ['a word that is not known', `${example}\nsecret: abc`, 'deploy.yaml: secret'],
  ['no category', example.replace(/categories:[\s\S]*?\n\n/, 'categories: []\n\n'), 'deploy.yaml: categories'],
  ['no purpose', example.replace('purpose: 复制抽奖凭证和验证材料', 'purpose: ""'), 'deploy.yaml: privacy.1.purpose'],
  [
    'a template that is not named',
    example.replace(/ {2}# 领奖进度[\s\S]*$/, ''),
    'deploy.yaml: messages.prize-progress',
  ],
  ['a template’s id too short', example.replace(/"0+"/, 'abc'), 'deploy.yaml: messages.collect-reminder.templateId'],
  ['not YAML', 'appId: [', 'deploy.yaml'],
])('%s is named with its place', (_, source, where) => {
  const problems = parseConfig(source, 'deploy.yaml')
  expect(Array.isArray(problems) && problems.map((problem) => problem.where)).toEqual([where])
})

test('every fault comes at once', () => {
  const problems = parseConfig('appId: x\nrobot: 0', 'deploy.yaml')
  expect(Array.isArray(problems) && problems.length).toBe(7)
})
