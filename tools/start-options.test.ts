import { expect, test } from 'vitest'
import { readStartOptions } from './start-options'

test.each([
  { args: [], options: { port: 8686, fresh: false } },
  { args: ['--fresh'], options: { port: 8686, fresh: true } },
  { args: ['--port', '9000', '--fresh'], options: { port: 9000, fresh: true } },
])('npm start -- $args', ({ args, options }) => {
  expect(readStartOptions(args)).toEqual(options)
})

test.each([[['--port', 'abc']], [['--port', '0']], [['--port', '65536']], [['--frsh']], [['extra']]])(
  '%j is refused with the usage',
  (args) => {
    expect(() => readStartOptions(args)).toThrow(/Usage: npm start/)
  },
)
