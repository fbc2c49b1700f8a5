import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { errorSizes, reportHealth } from './health'

const page = 'pages/draw/index'
const error = { kind: 'error', page, name: 'TypeError', message: 'x is undefined', stack: 'at app.js:1:2' }
const failedCall = { kind: 'failed-call', page, operation: 'prize-draw.draw', code: 'offline', durationMs: 20 }
const slowPage = { kind: 'slow-page', page, contentAfterMs: 4_000 }
const batch = (...entries: object[]) => ({ appVersion: '1.4.2', libraryVersion: '3.8.12', entries })
const accepts = (input: unknown) => v.safeParse(reportHealth.input, input).success

describe('一批报告', () => {
  test.each([
    ['三种都收', batch(error, failedCall, slowPage), true],
    ['一条也没有', batch(), false],
    ['二十条', batch(...Array(20).fill(slowPage)), true],
    ['二十一条', batch(...Array(21).fill(slowPage)), false],
    ['没见过的种类', batch({ kind: 'visitor', page }), false],
    ['夹带 openid', { ...batch(slowPage), openid: 'o1' }, false],
    ['条目里夹带别的', batch({ ...slowPage, nickname: '林' }), false],
    ['体验版没有版本号', { ...batch(slowPage), appVersion: 'trial' }, true],
    ['版本里写别的', { ...batch(slowPage), appVersion: 'lin 13800001234' }, false],
  ])('%s', (_name, input, accepted) => {
    expect(accepts(input)).toBe(accepted)
  })

  test.each([
    ['页面带着参数', { ...slowPage, page: 'pages/draw/index?share=abc' }],
    ['页面里有数字', { ...slowPage, page: '13800001234' }],
    ['名字太长', { ...error, name: 'E'.repeat(errorSizes.name + 1) }],
    ['原因太长', { ...error, message: 'm'.repeat(errorSizes.message + 1) }],
    ['调用栈太长', { ...error, stack: 's'.repeat(errorSizes.stack + 1) }],
    ['不是失败的拒绝', { ...failedCall, code: 'no-chance-left' }],
    ['不像操作的名字', { ...failedCall, operation: 'oAbCd1234' }],
    ['负的时间', { ...slowPage, contentAfterMs: -1 }],
    ['不是整数的时间', { ...failedCall, durationMs: 0.5 }],
    ['长得没有意义的时间', { ...slowPage, contentAfterMs: 600_001 }],
  ])('%s：不收', (_name, entry) => {
    expect(accepts(batch(entry))).toBe(false)
  })

  test('手机没有清掉的，进门时清掉', () => {
    const { entries } = v.parse(reportHealth.input, batch({ ...error, message: '13800001234 出错' }))
    expect(entries[0]).toMatchObject({ message: '‹…› 出错' })
  })

  test('二十条最长的错误，换行和引号再多，门也收得下', () => {
    const longest = {
      ...error,
      name: '"'.repeat(errorSizes.name),
      message: '\n'.repeat(errorSizes.message),
      stack: '\n'.repeat(errorSizes.stack),
    }
    const door = { operation: reportHealth.name, input: batch(...Array(20).fill(longest)) }
    expect(JSON.stringify(door).length).toBeLessThan(64 * 1024)
  })
})
