import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTestReport } from './test-report'

const file = (...statuses: string[]) => ({ status: statuses.includes('failed') ? 'failed' : 'passed', statuses })

function reportOf(files: { status: string; statuses: string[] }[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json')
  const testResults = files.map(({ status, statuses }) => ({
    status,
    assertionResults: statuses.map((each) => ({ status: each })),
  }))
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

describe('the last line of npm test', () => {
  test.each([
    { name: 'counts over all files', files: [file('passed', 'passed'), file('passed')], code: 0, passed: 3, failed: 0 },
    { name: 'counts a failed test', files: [file('passed', 'failed')], code: 1, passed: 1, failed: 1 },
    { name: 'leaves skipped tests out', files: [file('passed', 'skipped')], code: 0, passed: 1, failed: 0 },
    {
      name: 'counts a file that could not be loaded',
      files: [file('passed'), { status: 'failed', statuses: [] }],
      code: 1,
      passed: 1,
      failed: 1,
    },
    { name: 'fails a run without tests', files: [], code: 0, passed: 0, failed: 1 },
    { name: 'fails a run that broke off', files: [file('passed')], code: 137, passed: 1, failed: 1 },
  ])('$name', ({ files, code, passed, failed }) => {
    expect(readTestReport(reportOf(files), code)).toEqual({ passed, failed })
  })

  test('fails when there is no report at all', () => {
    expect(readTestReport(join(tmpdir(), 'no-such-report.json'), 0)).toEqual({ passed: 0, failed: 1 })
  })
})
