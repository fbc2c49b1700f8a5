import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrubbed } from './scrub'

const clean = (text: string) => scrubbed(text, 1_000)
const from = (characters: string, length: number) =>
  fc.array(fc.constantFrom(...characters), { minLength: length, maxLength: length }).map((all) => all.join(''))
const digits = '0123456789'
const letters = 'abcdefghijklmnopqrstuvwxyz'
const openid = from(`${letters}${letters.toUpperCase()}${digits}_-`, 28)
const hex = from('0123456789abcdef', 32)
/** Around what must not survive: words, file positions, punctuation, other secrets. */
const surroundings = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('?share=', ' ', '\n', '手机号', '.js:1:', '-', '_', ':', '京A', '@', '.com', '‹…›'),
      from(digits, 5),
      openid,
      hex,
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''))
const between = (secret: fc.Arbitrary<string>) => fc.tuple(surroundings, secret, surroundings)

describe('什么都不许留下', () => {
  test('没有 6 位以上连续的数字', () => {
    const number = fc.integer({ min: 6, max: 20 }).chain((length) => from(digits, length))
    fc.assert(
      fc.property(between(number), (parts) => {
        expect(clean(parts.join(''))).not.toMatch(/\d{6}/)
      }),
    )
  })

  test('没有像 openid 的 28 位标识', () => {
    fc.assert(
      fc.property(between(openid), (parts) => {
        const text = clean(parts.join(''))
        expect(text).not.toContain(parts[1])
        expect(text).not.toMatch(/[A-Za-z0-9_-]{28}/)
      }),
    )
  })

  test('没有 32 位十六进制的随机数', () => {
    fc.assert(
      fc.property(between(hex), (parts) => {
        const text = clean(parts.join(''))
        expect(text).not.toContain(parts[1])
        expect(text).not.toMatch(/[0-9a-f]{32}/)
      }),
    )
  })

  test('不超过长度；再清一遍也不变；截断处也不留半个标识', () => {
    fc.assert(
      fc.property(surroundings, fc.integer({ min: 0, max: 300 }), (text, longest) => {
        const once = scrubbed(text, longest)
        expect(once.length).toBeLessThanOrEqual(longest)
        expect(scrubbed(clean(text), 1_000)).toBe(clean(text))
      }),
    )
    const atTheCut = `${' '.repeat(19_990)}oAbCdEfGhIjKlMnOpQrStUvWxYz12`
    expect(scrubbed(atTheCut, 20_000)).not.toContain('oAb')
  })
})

test.each([
  ['查询参数', 'fail https://a.example/p?share=short&x=张三#top', 'fail https://a.example/p?share=‹…›&x=‹…›#top'],
  ['手机号', '电话 13800001234。', '电话 ‹…›。'],
  ['分段写的手机号', '138 0000 1234 / 138-0000-1234', '‹…› / ‹…›'],
  ['全角数字', '电话１３８００００１２３４', '电话‹…›'],
  ['身份证号', '11010119900101001X', '‹…›'],
  ['车牌', '车辆京A12345、粤BD12345', '车辆‹…›、‹…›'],
  ['邮箱', 'write to lin@mail.example.com', 'write to ‹…›'],
  ['车架号', 'VIN LSVAA4182E2123456 missing', 'VIN ‹…› missing'],
  ['分享编号', 'share AbCd1234EfGh5678 unknown', 'share ‹…› unknown'],
])('%s', (_name, text, expected) => {
  expect(clean(text)).toBe(expected)
})

test.each([
  ['错误的话', 'Cannot read properties of undefined (reading "prizes")'],
  ['文件和行列', '    at t.draw (pages/draw/index.js:1:20417)'],
  ['iPhone 的写法', 'draw@app-service.js:12:345'],
  ['代码里较长的名字', 'useUnhandledRejection'],
  ['中文', '第 3 天的种子还没有公布'],
  ['换行', 'first\nsecond'],
])('%s留着', (_name, text) => {
  expect(clean(text)).toBe(text)
})

test('六位的列号分开写：找得到，也不像号码', () => {
  expect(clean('at taro.js:1:133042')).toBe('at taro.js:1:133_042')
})
