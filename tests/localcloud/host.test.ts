import { describe, expect, it } from 'vitest'
import { FunctionError } from '#localcloud/local-cloud'
import { sampleCloud, startSampleCloud } from './sample-cloud'

const OPENID = 'oSample-zhang'

async function failureOf(call: Promise<unknown>): Promise<FunctionError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FunctionError)) throw new Error(`expected a FunctionError, got ${JSON.stringify(error)}`)
  return error
}

describe('a call', () => {
  const sample = sampleCloud({ environment: { SAMPLE_SECRET: 'from the embedding tool' } })

  it('hands main the event and CloudBase’s context, and answers with what main returns', async () => {
    const { result, requestId, databaseOperations, durationMs } = await sample.cloud.call('whoami', { a: [1, '二'] })
    expect(result).toMatchObject({
      event: { a: [1, '二'] },
      requestId,
      functionName: 'whoami',
      limitMs: 3000,
      secret: 'from the embedding tool',
      clockOffset: '0',
    })
    expect(databaseOperations).toBe(0)
    expect(durationMs).toBeGreaterThan(0)
  })

  it('travels as JSON both ways: no undefined, dates as text, no result is null', async () => {
    const at = new Date('2026-11-11T00:00:00.000Z')
    const { result } = await sample.cloud.call('echo', { gone: undefined, at, list: [undefined] })
    expect(result).toEqual({ at: '2026-11-11T00:00:00.000Z', list: [null] })
    expect((await sample.cloud.call('failing', { way: 'nothing' })).result).toBeNull()
  })

  it('getWXContext names the caller, and the event carries userInfo as from a mini-program', async () => {
    const identity = { openid: OPENID, unionid: 'u1', appid: 'wx00000000000000aa', clientIp: '203.0.113.7' }
    const { result } = await sample.cloud.call('whoami', { userInfo: { openId: 'forged' } }, identity)
    expect(result).toMatchObject({
      event: { userInfo: { openId: OPENID, appId: 'wx00000000000000aa' } },
      before: {
        OPENID,
        UNIONID: 'u1',
        APPID: 'wx00000000000000aa',
        CLIENTIP: '203.0.113.7',
        ENV: 'local',
        SOURCE: 'wx_client',
      },
    })
  })

  it('without an openid has no WeChat identity at all', async () => {
    const { result } = await sample.cloud.call('whoami', {})
    expect(result).toMatchObject({ event: {}, before: { ENV: 'local' } })
    expect(Object.keys(Object(Object(result).before))).toEqual(['ENV'])
  })

  it('counts the database operations of this call only, also with four at once', async () => {
    const wanted = Array.from({ length: 40 }, (_, index) => index % 5)
    const outcomes = await Promise.all(wanted.map((operations) => sample.cloud.call('counting', { operations })))
    expect(outcomes.map((outcome) => outcome.databaseOperations)).toEqual(wanted)
  })
})

describe('identity', () => {
  it('never leaks from one call to another: 4 instances, 1,200 calls, callers with and without each field', async () => {
    const cloud = await startSampleCloud({ instances: 4 })
    const processes = new Set<unknown>()
    try {
      // On a busy machine one instance would have done it all before the others are loaded.
      while (processes.size < 4) {
        const calls = Array.from({ length: 40 }, () => cloud.call('whoami', { turns: 5 }, {}))
        for (const { result } of await Promise.all(calls)) processes.add(Object(result).pid)
      }
      processes.clear()
      const callers = Array.from({ length: 1200 }, (_, index) => ({
        ...(index % 3 === 0 ? {} : { openid: `oCaller-${index}` }),
        ...(index % 4 === 0 ? { unionid: `uCaller-${index}` } : {}),
        ...(index % 5 === 0 ? { source: 'wx_devtools' } : {}),
      }))
      const outcomes = await Promise.all(
        callers.map((identity, index) => cloud.call('whoami', { index, turns: index % 7 }, identity)),
      )
      outcomes.forEach(({ result }, index) => {
        const { openid, unionid, source } = {
          openid: undefined,
          unionid: undefined,
          source: undefined,
          ...callers[index],
        }
        const { before, after, pid, event } = Object(result)
        expect(event.index).toBe(index)
        expect(before.OPENID).toBe(openid)
        expect(before.UNIONID).toBe(unionid)
        expect(before.SOURCE).toBe(source ?? (openid === undefined ? undefined : 'wx_client'))
        expect(after).toEqual(before)
        processes.add(pid)
      })
      expect(processes.size).toBe(4)
    } finally {
      await cloud.stop()
    }
  })

  it('an instance serves one event at a time: with one instance, calls run in order of arrival', async () => {
    const cloud = await startSampleCloud({ instances: 1 })
    try {
      const ended: number[] = []
      await Promise.all(
        [30, 0, 10, 0].map(async (turns, index) => {
          await cloud.call('whoami', { turns })
          ended.push(index)
        }),
      )
      expect(ended).toEqual([0, 1, 2, 3])
    } finally {
      await cloud.stop()
    }
  })
})

describe('a function that fails', () => {
  const sample = sampleCloud()
  const fails = (way: string) => failureOf(sample.cloud.call('failing', { way }))

  it.each([
    ['throws', 'error', /Error: 余额不足\n\s+at /],
    ['rejects', 'rejection', /Error: 余额不足/],
    ['throws what is no Error', 'object', /\{"reason":"no Error at all"\}/],
    ['returns what is not JSON', 'cyclic', /circular/],
    ['returns more than 6 MB', 'large', /exceeds the upper limit \(6MB\)/],
    ['ends its process', 'exit', /exited unexpectedly \(code 3\)/],
    ['leaves a rejection unhandled', 'unhandled', /exited unexpectedly.*nobody listens/s],
    ['takes more than its memory', 'memory', /memory/i],
  ])('and %s is reported as -504002', async (_, way, reason) => {
    const error = await fails(way)
    expect(error.errCode).toBe(-504002)
    expect(error.errMsg).toMatch(/^errCode: -504002 functions execute fail \| errMsg: /)
    expect(error.errMsg).toMatch(reason)
    expect((await sample.cloud.call('failing', { way: 'nothing' })).result).toBeNull()
  })

  it('an unknown function is -501000', async () => {
    expect((await failureOf(sample.cloud.call('nowhere', {}))).errCode).toBe(-501000)
  })

  it('an event above 6 MB is refused with -504001, one just below arrives', async () => {
    const limit = 6 * 1024 * 1024
    const frame = JSON.stringify({ text: '' }).length
    expect((await failureOf(sample.cloud.call('echo', { text: 'a'.repeat(limit - frame + 1) }))).errCode).toBe(-504001)
    // 车 takes three bytes in UTF-8: bytes count, not characters.
    expect((await failureOf(sample.cloud.call('echo', { text: '车'.repeat(limit / 3) }))).errCode).toBe(-504001)
    const { result } = await sample.cloud.call('echo', { text: 'a'.repeat(limit - frame) })
    expect(Object(result).text).toHaveLength(limit - frame)
  })

  it('a module that cannot be loaded fails its calls with the reason', async () => {
    const error = await failureOf(sample.cloud.call('broken', {}))
    expect(error.errCode).toBe(-504002)
    expect(error.errMsg).toContain('a-file-that-does-not-exist')
  })

  it('the crash of one instance fails its own call only', async () => {
    const calls = Array.from({ length: 12 }, (_, index) =>
      sample.cloud.call('failing', { way: index === 5 ? 'exit' : 'nothing' }),
    )
    const settled = await Promise.allSettled(calls)
    expect(settled.map(({ status }) => status).indexOf('rejected')).toBe(5)
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })
})

describe('time-out', () => {
  it.each(['busy', 'waiting'])(
    'a %s function ends after its config.json’s limit with -504003 and is replaced',
    async (how) => {
      const cloud = await startSampleCloud({ instances: 1 })
      try {
        const late = cloud.call('slow', { [how]: true })
        const next = cloud.call('slow', {})
        const error = await failureOf(late)
        expect(error.errCode).toBe(-504003)
        expect(error.errMsg).toContain('Invoking task timed out after 2 seconds')
        expect((await next).result).toBe('in time')
        const [, timedOut] = cloud.logs({ function: 'slow' })
        expect(timedOut?.durationMs).toBeGreaterThanOrEqual(1995)
      } finally {
        await cloud.stop()
      }
    },
  )
})

describe('function to function', () => {
  const sample = sampleCloud()

  it('keeps the caller’s openid; SOURCE shows the chain', async () => {
    const { result } = await sample.cloud.call(
      'caller',
      { name: 'whoami', data: { n: 1 } },
      { openid: OPENID, unionid: 'u1' },
    )
    expect(result).toMatchObject({
      result: { event: { n: 1 }, before: { OPENID, UNIONID: 'u1', SOURCE: 'wx_client,scf' } },
    })
  })

  it('from a timer has no openid and SOURCE wx_trigger,scf', async () => {
    const { result } = await sample.cloud.call('caller', { name: 'whoami' }, { source: 'wx_trigger' })
    expect(result).toMatchObject({ result: { before: { ENV: 'local', SOURCE: 'wx_trigger,scf' } } })
    expect(Object(result).result.before).not.toHaveProperty('OPENID')
  })

  it.each([
    ['fails', 'failing', { way: 'error' }, 'FUNCTIONS_EXECUTE_FAIL', '余额不足'],
    ['does not exist', 'nowhere', {}, 'FUNCTION_NOT_FOUND', 'nowhere'],
    ['times out', 'slow', { waiting: true }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 2 seconds'],
  ])('a callee that %s reaches the caller as the SDK’s error', async (_, name, data, code, message) => {
    const { result } = await sample.cloud.call('caller', { name, data })
    expect(result).toMatchObject({ code, message: expect.stringContaining(message) })
  })
})

describe('the call log', () => {
  it('keeps who, when, how long, the outcome, the console and the database operations, newest first', async () => {
    const cloud = await startSampleCloud()
    try {
      await cloud.call('counting', { operations: 2 }, { openid: OPENID })
      await cloud.call('failing', { way: 'error' }).catch(() => undefined)
      const [failed, counted] = cloud.logs()
      expect(counted).toMatchObject({
        function: 'counting',
        source: 'wx_client',
        openid: OPENID,
        ok: true,
        databaseOperations: 2,
      })
      expect(failed).toMatchObject({
        function: 'failing',
        ok: false,
        error: { errCode: -504002 },
        output: ['failing as error'],
        complaints: [],
      })
      expect(Math.abs(Date.now() - (failed?.startedAt ?? 0))).toBeLessThan(60_000)
      expect(cloud.logs({ function: 'counting' })).toEqual([counted])
      expect(cloud.logs({ limit: 1 })).toEqual([failed])
    } finally {
      await cloud.stop()
    }
  })
})

describe('killing', () => {
  it('ends instances in the middle of a call; waiting and later calls are served by new ones', async () => {
    const cloud = await startSampleCloud({ instances: 1 })
    try {
      await cloud.call('slow', {})
      const running = cloud.call('slow', { waiting: true })
      const waiting = cloud.call('slow', {})
      const failure = failureOf(running)
      await cloud.killInstances('slow')
      expect((await failure).errMsg).toContain('killed')
      expect((await waiting).result).toBe('in time')
    } finally {
      await cloud.stop()
    }
  })

  it('after stop, calls are refused instead of hanging', async () => {
    const cloud = await startSampleCloud()
    const running = failureOf(cloud.call('slow', { waiting: true }))
    await cloud.stop()
    expect((await running).errCode).toBeLessThan(0)
    expect((await failureOf(cloud.call('echo', {}))).errCode).toBe(-504001)
  })
})
