import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readFieldKeys } from './field-keys'
import { idTailHashOf, isSealedAnew, lookupHash, phoneHashOf, sealText, unseal } from './secrets'

const one = '22'.repeat(32)
const two = '33'.repeat(32)

beforeEach(() => {
  vi.stubEnv('FIELD_KEYS', undefined)
  vi.stubEnv('FIELD_KEY', one)
  vi.stubEnv('LOOKUP_KEY', '44'.repeat(32))
})
afterEach(() => vi.unstubAllEnvs())
const open = (sealed: string) => unseal(sealed).toString()

describe('密封与换钥', () => {
  test('只有一把旧式钥匙：照旧封，照旧开', () => {
    const sealed = sealText('11010519491231002X')
    expect(sealed).toMatch(/^v1\./)
    expect(sealed).not.toContain('110105')
    expect(open(sealed)).toBe('11010519491231002X')
  })

  test('同一个值封两次，样子不同', () => {
    expect(sealText('a')).not.toBe(sealText('a'))
  })

  test('换了新钥匙：旧的还能开，新的用新钥匙封', () => {
    const old = sealText('王示例')
    vi.stubEnv('FIELD_KEYS', `k2:${two}`)
    expect(open(old)).toBe('王示例')
    expect(isSealedAnew(old)).toBe(false)
    const fresh = sealText('王示例')
    expect(fresh).toMatch(/^k2\./)
    expect(isSealedAnew(fresh)).toBe(true)
  })

  test('旧钥匙撤下以后，旧的开不了，错误说出钥匙的名字而不是钥匙', () => {
    const old = sealText('王示例')
    vi.stubEnv('FIELD_KEY', undefined)
    vi.stubEnv('FIELD_KEYS', `k2:${two}`)
    expect(() => unseal(old)).toThrow('key v1')
  })

  test('改动任何一个字符都开不了', () => {
    const sealed = sealText('13800001234')
    const parts = sealed.split('.')
    for (const at of [1, 2, 3]) {
      const changed = parts.map((part, index) => (index === at ? (part[0] === 'A' ? 'B' : 'A') + part.slice(1) : part))
      expect(() => unseal(changed.join('.'))).toThrow()
    }
  })

  test.each([
    ['没有钥匙', {}, 'FIELD_KEY'],
    ['太短', { FIELD_KEYS: 'k1:abcd' }, 'FIELD_KEYS'],
    ['没有名字', { FIELD_KEYS: one }, 'FIELD_KEYS'],
    ['名字里有点', { FIELD_KEYS: `k.1:${one}` }, 'FIELD_KEYS'],
    ['名字两次', { FIELD_KEYS: `k1:${one},k1:${two}` }, 'twice'],
    ['旧式钥匙写坏', { FIELD_KEYS: `k1:${one}`, FIELD_KEY: 'x' }, 'FIELD_KEY'],
  ])('%s：说出是哪个变量', (_name, environment, message) => {
    expect(() => readFieldKeys(environment)).toThrow(message)
  })

  test('第一把是当前的', () => {
    const { current, keys } = readFieldKeys({ FIELD_KEYS: ` k2:${two}, k1:${one}` })
    expect([current, [...keys.keys()]]).toEqual(['k2', ['k2', 'k1']])
  })
})

describe('查找用的指纹', () => {
  test('32 位十六进制；同样的值同样的指纹，种类不同则不同', () => {
    expect(phoneHashOf('13800000001')).toMatch(/^[0-9a-f]{32}$/)
    expect(phoneHashOf('13800000001')).toBe(lookupHash('phone', '13800000001'))
    expect(phoneHashOf('13800000001')).not.toBe(lookupHash('plate', '13800000001'))
  })

  test('换了钥匙就全不同', () => {
    const before = phoneHashOf('13800000001')
    vi.stubEnv('LOOKUP_KEY', '55'.repeat(32))
    expect(phoneHashOf('13800000001')).not.toBe(before)
  })

  test('两个人的同样尾号，指纹不同；大小写 X 相同', () => {
    expect(idTailHashOf('holder-a', '31002X')).not.toBe(idTailHashOf('holder-b', '31002X'))
    expect(idTailHashOf('holder-a', '31002x')).toBe(idTailHashOf('holder-a', '31002X'))
  })

  test('没有钥匙：错误说出变量', () => {
    vi.stubEnv('LOOKUP_KEY', undefined)
    expect(() => phoneHashOf('13800000001')).toThrow('LOOKUP_KEY')
  })
})
