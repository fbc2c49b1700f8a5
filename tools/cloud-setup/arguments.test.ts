import { expect, test } from 'vitest'
import { readArguments } from './arguments'

test.each([
  [['--env', 'campaign-test', '--dry-run'], { environment: 'campaign-test', dryRun: true, yes: false }],
  [['--env', 'campaign-test', '--yes'], { environment: 'campaign-test', dryRun: false, yes: true }],
])('%j', (args, request) => {
  expect(readArguments(args)).toEqual(request)
})

test.each([
  [[], 'Which environment?'],
  [['--environment', 'a'], '--environment'],
  [['--env', 'a', 'b'], 'b'],
])('%j is refused with the arguments there are', (args, message) => {
  expect(() => readArguments(args)).toThrow(message)
  expect(() => readArguments(args)).toThrow('[--dry-run]')
})
