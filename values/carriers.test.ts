import { expect, test } from 'vitest'
import { carrierOf, isTrackingNumber } from './carriers'

test.each([
  ['全名', '顺丰速运', 'sf'],
  ['简称', '顺丰', 'sf'],
  ['代码，大小写不论', ' SF ', 'sf'],
  ['名字里有空格', '邮政 EMS', 'ems'],
  ['不认识的', '某某快递', null],
  ['空着', ' ', null],
])('承运商：%s', (_name, text, carrier) => expect(carrierOf(text)).toBe(carrier))

test.each([
  ['顺丰', 'SF1234567890123', true],
  ['8 位', '12345678', true],
  ['7 位', '1234567', false],
  ['24 位', '1'.repeat(24), true],
  ['25 位', '1'.repeat(25), false],
  ['小写', 'sf12345678', false],
  ['科学计数法', '1.23E+11', false],
])('单号：%s', (_name, text, good) => expect(isTrackingNumber(text)).toBe(good))
