import { describe, expect, test } from 'vitest'
import type { Breach, Finding } from './judge/breach'
import { judgeCode } from './judge/code'
import { contrast, judgeContrast, toSeeByEye } from './judge/contrast'
import { judgeAction, judgeCloudCalls, judgeFirstContent } from './judge/data'
import { judgeOrder } from './judge/order'
import { judgePackages } from './judge/packages'
import { judgePage } from './judge/page'
import { judgePictures } from './judge/pictures'
import { judgeTaps } from './judge/taps'
import { judgeText } from './judge/text'
import { judgeTree } from './judge/tree'
import type { CodeUse, Colour, PageMeasures, TapArea, TextColour } from './measurements'

const KB = 1024
const words = (findings: readonly Finding[]) =>
  findings.map(({ what, measured, allowed }) => `${what}: ${measured}, ${allowed}`)

describe('packages', () => {
  test.each<[string, number, Record<string, number>, string[]]>([
    ['as large as allowed', 700 * KB, { share: 836 * KB }, []],
    ['one byte more in the main package', 700 * KB + 1, {}, ['the main package']],
    ['too much together', 600 * KB, { share: 937 * KB }, ['all packages together']],
    ['one that WeChat refuses', 1, { share: 2_049 * KB }, ['all packages together', 'the package share']],
  ])('%s', (_, main, subpackages, expected) => {
    expect(judgePackages({ main, subpackages }).map(({ what }: Breach) => what)).toEqual(expected)
  })
})

describe('setData', () => {
  test.each([
    ['three calls with 8 KB', 3, 8 * KB, []],
    ['a fourth call', 4, 100, ['setData calls for a draw: 4, at most 3']],
    ['a byte too many', 3, 8 * KB + 1, ['setData bytes for a draw: 8.1 KB, at most 8 KB']],
  ])('an action with %s', (_, calls, bytes, expected) => {
    expect(words(judgeAction('a draw', { calls, bytes, largest: bytes }))).toEqual(expected)
  })

  test('the first content has a budget of its own', () => {
    expect(judgeFirstContent({ calls: 2, bytes: 18 * KB, largest: 17 * KB })).toEqual([])
    expect(words(judgeFirstContent({ calls: 7, bytes: 65 * KB, largest: 65 * KB }))).toEqual([
      'setData calls for the first content: 7, at most 6',
      'setData bytes for the first content: 65 KB, at most 64 KB',
    ])
  })
})

describe('calls of the cloud', () => {
  test.each([
    ['one that brings the content', ['a {}', 'b {}'], true, []],
    ['content that waits for a second one', ['a {}', 'b {}'], false, ['cloud calls before the first content']],
    ['the same one twice', ['a {}', 'a {}'], true, ['calls of a {}']],
    ['the same operation with another input', ['a {"page":1}', 'a {"page":2}'], true, []],
  ])('%s', (_, sent, contentAfterOne, expected) => {
    expect(judgeCloudCalls({ sent, contentAfterOne }).map(({ what }) => what)).toEqual(expected)
  })
})

test.each([
  [{ nodes: 999, depth: 29, children: 60 }, []],
  [{ nodes: 1_000, depth: 30, children: 61 }, ['nodes', 'depth', 'children of one node']],
])('the tree %o', (tree, expected) => {
  expect(judgeTree(tree).map(({ what }) => what)).toEqual(expected)
})

describe('pictures', () => {
  const picture = { where: 'code', natural: { width: 360, height: 360 }, shown: { width: 120, height: 120 }, bytes: 9 }
  test.each([
    ['three pixels for one', {}, []],
    ['a pixel too wide', { natural: { width: 361, height: 360 } }, ['width of the picture code (shown 120 px wide)']],
    ['far too high', { natural: { width: 9, height: 900 } }, ['height of the picture code (shown 120 px high)']],
    ['too heavy', { bytes: 200 * KB + 1 }, ['weight of the picture code']],
  ])('%s', (_, change, expected) => {
    expect(judgePictures([{ ...picture, ...change }]).map(({ what }) => what)).toEqual(expected)
  })
})

describe('tap areas', () => {
  const area = (name: string, left: number, top: number, width = 44, height = 44): TapArea => ({
    ...{ name, hasRole: true, isNamed: true, within: [], box: { left, top, width, height } },
  })
  test.each<[string, TapArea[], string[]]>([
    ['large enough and side by side', [area('a', 0, 0), area('b', 44, 0)], []],
    ['too low', [area('a', 0, 0, 200, 40)], ['tap area of “a”: 200 × 40 px, at least 44 × 44 px']],
    ['too narrow', [area('a', 0, 0, 20, 44)], ['tap area of “a”: 20 × 44 px, at least 44 × 44 px']],
    ['one on another', [area('a', 0, 0), area('b', 30, 30)], ['tap areas of “a” and “b”: overlapping, apart']],
    ['a small one within a large one', [area('row', 0, 0, 300, 56), { ...area('x', 9, 9, 20, 20), within: [0] }], []],
    ['one without a role', [{ ...area('a', 0, 0), hasRole: false }], ['“a” can be tapped: no role, a role']],
    ['one without words', [{ ...area('x', 0, 0), isNamed: false }], ['“x” can be tapped: no words for it, a name']],
  ])('%s', (_, areas, expected) => {
    expect(words(judgeTaps(areas))).toEqual(expected)
  })
})

describe('contrast', () => {
  const text = (colour: Colour, ground: Colour | null, size = 14, weight = 400): TextColour => ({
    ...{ text: '字', colour, ground, size, weight },
  })
  const white: Colour = [255, 255, 255]

  test('black on white is 21:1, and which of them is the text does not matter', () => {
    expect(contrast(text([0, 0, 0], white))).toBeCloseTo(21)
    expect(contrast(text(white, [0, 0, 0]))).toBeCloseTo(21)
  })

  // #767676 is the lightest grey that passes on white (4.54:1), #949494 for large text (3.03:1).
  test.each<[string, TextColour, boolean]>([
    ['#767676 on white', text([118, 118, 118], white), true],
    ['#777777 on white', text([119, 119, 119], white), false],
    ['#949494 at 24 px', text([148, 148, 148], white, 24), true],
    ['#949494 at 19 px, bold', text([148, 148, 148], white, 19, 700), true],
    ['#949494 at 19 px', text([148, 148, 148], white, 19), false],
    ['#959595 at 24 px', text([149, 149, 149], white, 24), false],
  ])('%s', (_, given, passes) => {
    expect(judgeContrast([given])).toHaveLength(passes ? 0 : 1)
  })

  test('without a flat colour behind it a text is left to the eye, and said so', () => {
    const onPicture = text(white, null)
    expect(judgeContrast([onPicture])).toEqual([])
    expect(toSeeByEye([onPicture, text([0, 0, 0], white)])).toEqual(['字'])
  })
})

describe('text', () => {
  test('is shown whole', () => {
    const cut = (right: number, below: number) => judgeText([{ text: '奖品', beyond: { right, below } }], [])
    expect(cut(1, 0)).toEqual([])
    expect(words(cut(12, 0))).toEqual(['text “奖品”: cut off by 12 px, shown whole'])
    expect(words(cut(-9, 3))).toEqual(['text “奖品”: cut off by 3 px, shown whole'])
  })

  test('stands over no other text', () => {
    const over = (width: number, height: number) => judgeText([], [{ texts: ['一', '二'], by: { width, height } }])
    expect(over(40, 1)).toEqual([])
    expect(words(over(40, 6))).toEqual(['texts “一” and “二”: over each other by 40 × 6 px, apart'])
  })
})

test('a page that is not read downwards says where', () => {
  expect(words(judgeOrder([{ from: '价值', to: '名称' }]))).toEqual([
    'reading order: after “价值”: back up to “名称”, downwards or to the right',
  ])
})

describe('code of the main package', () => {
  const script = (length: number, byMain: number, bySubpackages: number) => ({
    ...{ file: 'a.js', length, byMain, bySubpackages },
  })
  test.each<[string, CodeUse[], string[]]>([
    ['half of it is run', [script(1_000, 450, 50)], []],
    ['a little less than half', [script(1_000, 449, 50)], ['code that no page runs']],
    ['too much that only subpackages run', [script(100, 60, 6)], ['code that only pages of subpackages run']],
    ['all scripts count together', [script(100, 0, 0), script(900, 900, 0)], []],
  ])('%s', (_, uses, expected) => {
    expect(judgeCode(uses).map(({ what }) => what)).toEqual(expected)
  })
})

test('a breach names its page, and the looks that have it', () => {
  const box = { left: 0, top: 0, width: 40, height: 40 }
  const tap: TapArea = { name: '复制', hasRole: true, isNamed: true, within: [], box }
  const look = (name: string) => ({ name, taps: [tap], colours: [], cut: [], overlaps: [], jumps: [] })
  const page: PageMeasures = {
    ...{
      page: '规则',
      path: 'packages/rules/pages/index',
      timeRatio: null,
      executed: [],
      firstContent: null,
      action: null,
      pictures: [],
      faults: ['console: mind'],
    },
    ...{ tree: { nodes: 1, depth: 1, children: 1 }, looks: [look('light'), look('dark')] },
  }
  expect(judgePage(page)).toEqual([
    { page: '规则', what: 'fault', measured: 'console: mind', allowed: 'none' },
    {
      page: '规则',
      what: 'tap area of “复制” (light, dark)',
      measured: '40 × 40 px',
      allowed: 'at least 44 × 44 px',
    },
  ])
})
