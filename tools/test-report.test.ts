import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTestReport } from './test-report'

const file = (...statuses: string[]) => ({ status: statuses.includes('failed') ? 'failed' : 'passed', statuses })

function reportOf(files: { status: string; statuses: string[] }[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json')
  const testResults = files.map(({ status, statuses }, index) => ({
    name: join(process.cwd(), `${'abc'[index]}.test.ts`),
    status,
    assertionResults: statuses.map((each) => ({ status: each })),
  }))
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

describe('the last line of npm test', () => {
  const none: string[] = []
  test.each([
    {
      name: 'counts over all files',
      files: [file('passed', 'passed'), file('passed')],
      code: 0,
      passed: 3,
      troubles: none,
    },
    { name: 'leaves skipped tests out', files: [file('passed', 'skipped')], code: 0, passed: 1, troubles: none },
  ])('$name', ({ files, code, passed, troubles }) => {
    expect(readTestReport(reportOf(files), code)).toEqual({ passed, failed: 0, troubles })
  })

  test.each([
    {
      name: 'counts and names a failed test',
      files: [file('passed'), file('passed', 'failed')],
      failed: 1,
      troubles: ['b.test.ts: 1 failed'],
    },
    {
      name: 'counts and names tests whose process ended in the middle',
      files: [file('passed'), file('passed', 'pending', 'pending')],
      failed: 2,
      troubles: ['b.test.ts: 2 without a result: the process ended'],
    },
    {
      name: 'counts and names a file that could not be loaded',
      files: [file('passed', 'passed'), { status: 'failed', statuses: [] }],
      failed: 1,
      troubles: ['b.test.ts: could not be run'],
    },
    {
      name: 'fails a run that broke off',
      files: [file('passed', 'passed')],
      failed: 1,
      troubles: ['vitest ended with 1 after 2 passed'],
    },
  ])('$name', ({ files, failed, troubles }) => {
    expect(readTestReport(reportOf(files), 1)).toEqual({ passed: 2, failed, troubles })
  })

  test('fails a run without tests', () => {
    expect(readTestReport(reportOf([]), 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('fails when there is no report at all', () => {
    expect(readTestReport(join(tmpdir(), 'no-such-report.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})
