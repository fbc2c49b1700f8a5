import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fields } from '../sdk'
import { declared, failureOf, type OpenedSdk, openSdk } from '../sdk'
import { accumulatorCases } from './accumulator-cases'
import { arithmeticCases } from './arithmetic-cases'
import { arrayCases } from './array-cases'
import { conversionCases } from './conversion-cases'
import { dateCases } from './date-cases'
import { geoCases } from './geo-cases'
import { logicCases } from './logic-cases'
import { type Bench, isRefusal, type OperatorCase, type Operators } from './operator-case'
import { queryCases } from './query-cases'
import { projectionCases, stageCases, unsentStageCases } from './stage-cases'
import { textCases } from './text-cases'
import { updateCases } from './update-cases'

let sdk: OpenedSdk
beforeAll(async () => {
  const places = { name: 'places', access: 'none' as const, indexes: [{ name: 'at', keys: ['at'], geo: true }] }
  sdk = await openSdk([declared('bench'), places])
})
afterAll(() => sdk.close())

const emptied = async (name: string, documents: Fields[]) => {
  const { db } = sdk
  await db
    .collection(name)
    .where({ _id: db.command.exists(true) })
    .remove()
  if (documents.length > 0) await db.collection(name).add({ data: documents })
  return db.collection(name)
}

const bench = (): Bench => ({
  db: sdk.db,
  _: sdk.db.command as unknown as Operators,
  $: sdk.db.command.aggregate as unknown as Operators,
  collectionOf: (documents) => emptied('bench', documents),
  placesOf: (documents) => emptied('places', documents),
  pipeline: async (stages) => {
    const sent = stages.flatMap((stage) =>
      Object.entries(stage).map(([stageKey, stageValue]) => ({ stageKey, stageValue: JSON.stringify(stageValue) })),
    )
    const reply = await sdk.database.handle({
      action: 'database.aggregateDocuments',
      collectionName: 'bench',
      stages: sent,
    })
    if ('code' in reply) throw new Error(String(reply.message))
    const { list } = v.parse(
      v.object({ list: v.array(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()))) }),
      reply.data,
    )
    return list
  },
})

const expressionCases = [
  ...arithmeticCases,
  ...arrayCases,
  ...logicCases,
  ...textCases,
  ...dateCases,
  ...conversionCases,
]
const groups: [string, OperatorCase[]][] = [
  ['Conditions', [...queryCases, ...geoCases]],
  ['Updates', updateCases],
  ['Fields shown', projectionCases],
  ['Stages', stageCases],
  ['Stages that wx-server-sdk 4.0.2 fails to send, in its protocol', unsentStageCases],
  ['Accumulators', accumulatorCases],
  ['Expressions', expressionCases],
]

describe.each(groups)('%s', (_, cases) => {
  it.each(cases)('$operator: $says', async ({ run, gives }) => {
    if (!isRefusal(gives)) return expect(await run(bench())).toEqual(gives)
    expect(await failureOf(run(bench()))).toMatchObject({ errMsg: expect.stringMatching(gives.refused) })
  })
})

/** Every function of the object and of its class. */
function functionsOf(holder: object): string[] {
  const names = new Set<string>()
  for (let level: object | null = holder; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (typeof Reflect.get(holder, name) === 'function') names.add(name)
    }
  }
  return [...names].filter((name) => name !== 'constructor')
}

const tried = (...cases: OperatorCase[][]): Set<string> => new Set(cases.flat().map(({ operator }) => operator))

describe('the list of operators', () => {
  it('every operator that the SDK offers has a case of its own', () => {
    const { command } = sdk.db
    const stages = functionsOf(sdk.db.collection('bench').aggregate()).filter(
      (name) => !['pushStage', 'end'].includes(name),
    )
    const missing = [
      ...functionsOf(command).filter((name) => !tried(queryCases, updateCases, geoCases).has(name)),
      ...functionsOf(Reflect.get(command, 'project')).filter((name) => !tried(projectionCases).has(name)),
      ...stages.filter((name) => !tried(stageCases, unsentStageCases).has(name) && name !== 'geoNear'),
      ...functionsOf(command.aggregate).filter(
        (name) => !tried(expressionCases, accumulatorCases).has(name) && name !== 'pipeline',
      ),
    ]
    expect(missing).toEqual([])
  })

  it('stands in the README as it was tried here (UPDATE_OPERATORS=1 writes it)', () => {
    const file = fileURLToPath(new URL('../../../localcloud/README.md', import.meta.url))
    const readme = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = readme.split('<!-- operators -->\n')
    const [, after = ''] = rest.split('<!-- /operators -->')
    const written = `${before}<!-- operators -->\n${listOf(groups)}<!-- /operators -->${after}`
    if (process.env.UPDATE_OPERATORS === '1') writeFileSync(file, written)
    else expect(readme).toBe(written)
  })
})

function listOf(all: [string, OperatorCase[]][]): string {
  return all
    .map(([title, cases]) => {
      const counts = new Map<string, { cases: number; works: boolean }>()
      for (const { operator, gives } of cases) {
        const entry = counts.get(operator) ?? { cases: 0, works: false }
        counts.set(operator, { cases: entry.cases + 1, works: entry.works || !isRefusal(gives) })
      }
      const named = (works: boolean): string =>
        [...counts]
          .filter(([, entry]) => entry.works === works)
          .map(([name, entry]) => `\`${name}\` ${entry.cases}`)
          .join(' · ')
      const refusals = named(false)
      return `- **${title}**: ${named(true)}${refusals === '' ? '' : `. Refused by name: ${refusals}`}\n`
    })
    .join('')
}
