import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import * as v from 'valibot'

const reportSchema = v.object({
  testResults: v.array(
    v.object({ name: v.string(), status: v.string(), assertionResults: v.array(v.object({ status: v.string() })) }),
  ),
})

export interface TestCount {
  passed: number
  failed: number
  /** The files behind `failed`, each with what is wrong with it. */
  troubles: string[]
}

/**
 * Counts a vitest JSON report. Never says "0 failed" of a run that did not succeed: a test without a result (its process ended
 * in the middle of it), a file that could not be loaded, a run that broke off and a run without any test count as failures.
 */
export function readTestReport(file: string, exitCode: number): TestCount {
  if (!existsSync(file)) return { passed: 0, failed: 1, troubles: ['vitest wrote no report'] }
  const { testResults } = v.parse(reportSchema, JSON.parse(readFileSync(file, 'utf8')))
  const files = testResults.map(({ name, status, assertionResults }) => {
    const countOf = (kind: string) => assertionResults.filter((test) => test.status === kind).length
    const [failed, noResult] = [countOf('failed'), countOf('pending')]
    const broken = status === 'failed' && failed === 0 ? 1 : 0
    return { name, passed: countOf('passed'), failed, noResult, broken }
  })
  const sumOf = (of: (one: (typeof files)[number]) => number) => files.reduce((sum, one) => sum + of(one), 0)
  const passed = sumOf((one) => one.passed)
  const failed = sumOf((one) => one.failed + one.noResult + one.broken)
  const troubles = files.flatMap((one) => {
    const said = [
      one.failed > 0 && `${one.failed} failed`,
      one.noResult > 0 && `${one.noResult} without a result: the process ended`,
      one.broken > 0 && 'could not be run',
    ].filter((word) => word !== false)
    return said.length > 0 ? [`${relative(process.cwd(), one.name)}: ${said.join(', ')}`] : []
  })
  const failedUnseen = failed === 0 && (exitCode !== 0 || passed === 0)
  if (failedUnseen) return { passed, failed: 1, troubles: [`vitest ended with ${exitCode} after ${passed} passed`] }
  return { passed, failed, troubles }
}
