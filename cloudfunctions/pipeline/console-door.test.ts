import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { operation } from '#contract/operation'
import { openConsoleDoor } from './console-door'
import { fileInput } from './door'
import { handle } from './handler'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const never = operation({
  name: 'test.never',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({}),
  refusals: [],
})

test('后台问的事一直没有办完：按时友善地回答，不等到函数超时', async () => {
  const door = openConsoleDoor([handle(never, 'anyone', () => new Promise(() => undefined))])
  const answered = door(
    {
      path: '/console-api',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation: never.name, input: {} }),
      isBase64Encoded: false,
    },
    'request-1',
  )
  await vi.advanceTimersByTimeAsync(fileInput.answerWithinMs)
  const { statusCode, body } = await answered
  expect([statusCode, JSON.parse(body)]).toMatchObject([
    200,
    { ok: false, code: 'unavailable', requestId: 'request-1' },
  ])
})
