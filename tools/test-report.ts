import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'

const reportSchema = v.object({
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.object({ status: v.string() })) })),
})

export interface TestCount {
  passed: number
  failed: number
}

/**
 * Counts a vitest JSON report. Never says "0 failed" of a run that did not succeed: a file that could not be loaded, a
 * run that broke off and a run without any test each count as one failure.
 */
export function readTestReport(file: string, exitCode: number): TestCount {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { testResults } = v.parse(reportSchema, JSON.parse(readFileSync(file, 'utf8')))
  const tests = testResults.flatMap((result) => result.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failedTests = tests.filter((test) => test.status === 'failed').length
  const brokenFiles = testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = failedTests + brokenFiles
  const failedUnseen = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: failedUnseen ? 1 : failed }
}
