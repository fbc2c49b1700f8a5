import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { readArguments } from './arguments'
import { confirm } from './confirm'

const env = ['--env', 'campaign-test']

test.each([
  [[], { actions: ['upload', 'functions'], onlyShow: true }],
  [['--all'], { actions: ['upload', 'functions'], onlyShow: false }],
  [['--preview'], { actions: ['preview'], onlyShow: false }],
  [['--functions', '--yes'], { actions: ['functions'], yes: true }],
  [['--campaign', 'a.yaml'], { campaignFile: 'a.yaml', yes: false }],
])('%j', (args, expected) => {
  expect(readArguments([...env, ...args])).toMatchObject({ environment: 'campaign-test', ...expected })
})

test.each([[[]], [['--env', 'a', '--everything']], [['--upload']]])('%j is refused with the usage', (args) => {
  expect(() => readArguments(args)).toThrow('Usage: npm run deploy')
})

const terminal = (isTTY: boolean, typed = '') => {
  const input = Object.assign(new PassThrough(), { isTTY })
  input.end(typed)
  return input
}

test('without anybody to ask it is refused, with --yes it is not', async () => {
  await expect(confirm('campaign-test', false, terminal(false), new PassThrough())).rejects.toThrow('--yes')
  expect(await confirm('campaign-test', true, terminal(false), new PassThrough())).toBe(true)
})

test.each([
  ['campaign-test\n', true],
  ['y\n', false],
  ['campaign-live\n', false],
])('typing %j', async (typed, confirmed) => {
  expect(await confirm('campaign-test', false, terminal(true, typed), new PassThrough())).toBe(confirmed)
})
