import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared, failureOf, type OpenedSdk, openSdk } from '../sdk'
import { arithmeticCases } from './arithmetic-cases'
import { arrayCases } from './array-cases'
import { dateCases } from './date-cases'
import { logicCases } from './logic-cases'
import { type Bench, isRefusal, type OperatorCase, type Operators } from './operator-case'
import { textCases } from './text-cases'

let sdk: OpenedSdk
beforeAll(async () => {
  sdk = await openSdk([declared('bench')])
})
afterAll(() => sdk.close())

const bench = (): Bench => {
  const { db } = sdk
  return {
    db,
    _: db.command as unknown as Operators,
    $: db.command.aggregate as unknown as Operators,
    collectionOf: async (documents) => {
      await db
        .collection('bench')
        .where({ _id: db.command.exists(true) })
        .remove()
      if (documents.length > 0) await db.collection('bench').add({ data: documents })
      return db.collection('bench')
    },
  }
}

const groups: [string, OperatorCase[]][] = [
  ['arithmetic', arithmeticCases],
  ['arrays and sets', arrayCases],
  ['logic, comparison, objects', logicCases],
  ['strings', textCases],
  ['dates', dateCases],
]

describe.each(groups)('%s', (_, cases) => {
  it.each(cases)('$operator: $says', async ({ run, gives }) => {
    if (isRefusal(gives))
      expect(await failureOf(run(bench()))).toMatchObject({ errMsg: expect.stringMatching(gives.refused) })
    else expect(await run(bench())).toEqual(gives)
  })
})
