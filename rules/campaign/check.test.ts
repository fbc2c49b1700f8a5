import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFile, problemsAfter, problemsIn } from '../../tests/fixtures/campaign-file'
import { checkCampaignFile } from './check'

const fileOf = (name: string) => readFileSync(new URL(`../../campaigns/${name}`, import.meta.url), 'utf8')

test('演示活动没有问题', () => {
  const check = checkCampaignFile(demoFile, 'campaigns/demo.yaml')
  expect(check.ok ? [] : check.problems).toEqual([])
})

describe('campaigns/holes.yaml：标了 ✗ 的行，一次全部指出', () => {
  const text = fileOf('holes.yaml')
  const marked = text.split('\n').flatMap((line, index) => (line.includes('# ✗') ? [index + 1] : []))
  const problems = problemsIn(text)

  test('有问题的行正好是标了 ✗ 的行', () => {
    expect(marked.length).toBeGreaterThan(30)
    expect([...new Set(problems.map(({ line }) => line))]).toEqual(marked)
  })
  test('每个问题都有文件、行列、中文的原因和改法', () => {
    for (const problem of problems) {
      expect(problem.file).toBe('campaigns/test.yaml')
      expect(problem.column).toBeGreaterThan(0)
      expect(problem.message).toMatch(/[\u4e00-\u9fff]/)
      expect(problem.remedy).toMatch(/[\u4e00-\u9fff]/)
      expect(problem.clause ?? '§').toMatch(/^§/)
    }
  })
  test('按行的次序', () => {
    const lines = problems.map(({ line }) => line)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })
})

describe('没填的 [X]', () => {
  test.each([
    ['模板里的写法', 'winningOddsPercent: [X]'],
    ['加了引号', 'winningOddsPercent: "[X]"'],
    ['连着单位', 'winningOddsPercent: "[X]%"'],
    ['空着', 'winningOddsPercent:'],
    ['写 null', 'winningOddsPercent: null'],
  ])('%s', (_name, line) => {
    expect(problemsAfter('winningOddsPercent: 30', line)).toMatchObject([
      {
        clause: '§5.4.3',
        path: 'prizeDraw.winningOddsPercent',
        message: '「总中奖概率」还没有填写，活动规则必须公示中奖概率',
        lineText: `  ${line}`,
      },
    ])
  })

  test('整行删去：指在它所属的一段', () => {
    expect(problemsAfter('  winningOddsPercent: 30\n', '')).toMatchObject([
      { clause: '§5.4.3', message: '缺少「总中奖概率」，活动规则必须公示中奖概率', lineText: 'prizeDraw:' },
    ])
  })

  test('文字里夹着 [X]', () => {
    expect(problemsAfter('title: 金秋车主回馈季', 'title: "[X]回馈季"')).toMatchObject([{ path: 'title' }])
  })

  test('空文件、只有一段文字：每一样都说得清', () => {
    expect(problemsIn('')).toMatchObject([{ line: 1, message: '「活动条款」还没有填写' }])
    expect(problemsIn('活动')).toMatchObject([{ line: 1, message: '「活动条款」应为一组“名称: 值”' }])
  })
})

describe('名称和写法', () => {
  test('不认识的名称，提示最接近的', () => {
    const problems = problemsAfter('valueYuan: 200', 'valueYaun: 200')
    expect(problems.map(({ message }) => message)).toEqual([
      '缺少「单个奖品价值」，活动规则必须公示奖品价值',
      '没有“valueYaun”这一项',
    ])
    expect(problems[1]?.remedy).toContain('valueYuan')
  })
  test('写成条款里的名称（分），提示文件里的名称（元）', () => {
    const problems = problemsAfter('valueYuan: 200', 'valueFen: 20000')
    expect(problems.at(-1)?.remedy ?? problems[0]?.remedy).toContain('valueYuan')
  })
  test.each([
    ['金额三位小数', 'valueYuan: 200', 'valueYuan: 200.005', '「单个奖品价值」小数位过多：200.005，最多 2 位小数'],
    ['金额带单位', 'valueYuan: 200', 'valueYuan: 200 元', '「单个奖品价值」应为数字，现在是“200 元”'],
    ['金额加引号', 'valueYuan: 200', 'valueYuan: "200"', '「单个奖品价值」应为数字，现在是文字“200”'],
    ['负数', 'valueYuan: 200', 'valueYuan: -200', '「单个奖品价值」超出范围：-200'],
    ['折扣写成 95', 'discountZhe: 9.5', 'discountZhe: 95', '「保费折扣」超出范围：95'],
    ['概率五位小数', 'oddsPercent: 0.5', 'oddsPercent: 0.50001', '「中奖概率」小数位过多：0.50001，最多 4 位小数'],
    ['份数带小数', 'quantity: 100', 'quantity: 100.5', '「数量」小数位过多：100.5，应为整数'],
    ['不存在的日期', 'endsOn: 2026-10-31', 'endsOn: 2026-10-32', '「活动结束日」不是有效日期：2026-10-32'],
    ['日期写法不同', 'endsOn: 2026-10-31', 'endsOn: 2026/10/31', '「活动结束日」不是有效日期：2026/10/31'],
    ['是非写成中文', 'demo: true', 'demo: 是', '「是否演示活动」应为 true 或 false，现在是 是'],
    ['没有的选项', 'mode: on-share', 'mode: on-shared', '「分享机会」没有“on-shared”这个选项'],
    ['编号有空格', 'prizeId: fuel-card-200', 'prizeId: fuel card', '「奖品编号」的写法不对：fuel card'],
    ['单个值写成列表', 'title: 金秋车主回馈季', 'title: [金秋, 回馈]', '「活动名称」应为单个值'],
    ['列表写成单个值', '  channels:', '  channels: 公众号\n  others:', '「宣传渠道」应为列表'],
  ])('%s', (_name, find, replace, message) => {
    expect(problemsAfter(find, replace).map((problem) => problem.message)).toContain(message)
  })
  test('同一项写两次', () => {
    expect(problemsAfter('demo: true', 'demo: true\ndemo: false')).toMatchObject([
      { message: '同一项写了两次', lineText: 'demo: false' },
    ])
  })
  test('缩进用了制表符', () => {
    const problems = problemsAfter('  renewalRatePercent', '\trenewalRatePercent')
    expect(problems.map(({ message }) => message)).toContain('缩进用了制表符')
  })
  test.each([
    ['冒号用了全角', 'title：金秋车主回馈季'],
    ['冒号后没有空格', 'title:金秋车主回馈季'],
  ])('%s：指出这一行，不连带报缺少，别处的问题照样指出', (_name, line) => {
    const text = demoFile
      .replace('title: 金秋车主回馈季', line)
      .replace('winningOddsPercent: 30', 'winningOddsPercent: [X]')
    expect(problemsIn(text).map(({ message }) => message)).toEqual([
      '缺少引号、括号、冒号或逗号',
      '「总中奖概率」还没有填写，活动规则必须公示中奖概率',
    ])
  })
  test('文字分成几行', () => {
    expect(problemsAfter('title: 金秋车主回馈季', 'title: |\n  金秋\n  回馈季')).toMatchObject([
      { message: '「活动名称」分成了几行' },
    ])
  })
  test('引号没有成对', () => {
    const problems = problemsAfter('title: 金秋车主回馈季', 'title: "金秋车主回馈季')
    expect(problems.map(({ message }) => message)).toEqual(['「活动名称」分成了几行', '缺少引号、括号、冒号或逗号'])
    expect(problems[0]?.lineText).toContain('title')
  })
  test('列表清空：主办方的公布渠道必须公示', () => {
    const problems = problemsIn(demoFile.replace(/publishedAt:\n(?: {4}- .*\n)+/, 'publishedAt: []\n'))
    expect(problems).toMatchObject([{ message: '「活动规则公布渠道」至少要有 1 项，活动规则必须公示主办方' }])
  })
})

test('规律：文件怎样改坏，检查都不会中断', () => {
  const lines = demoFile.split('\n')
  const place = fc.nat(lines.length - 1)
  const sign = fc.constantFrom(...'[]{}:#"\'&*!|>-%@,\t')
  fc.assert(
    fc.property(place, place, sign, fc.nat(30), (at, other, letter, column) => {
      const broken = [...lines]
      const line = broken[at] ?? ''
      broken[at] = line.slice(0, column) + letter + line.slice(column)
      broken.splice(other, 1)
      const check = checkCampaignFile(broken.join('\n'), 'x')
      expect(check.ok || check.problems.length > 0).toBe(true)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('电话写成数字也保持原样', () => {
  const check = checkCampaignFile(demoFile.replace(/phone: .*/, 'phone: 05710000'), 'x')
  expect(check.ok && check.terms.organiser.phone).toBe('05710000')
})

test('改法照做之后就没有问题', () => {
  const wrong = demoFile.replace('winningOddsPercent: 30', 'winningOddsPercent: 28')
  const [problem] = problemsIn(wrong)
  const remedy = /winningOddsPercent 改为 ([\d.]+)/.exec(problem?.remedy ?? '')
  expect(problemsIn(wrong.replace('winningOddsPercent: 28', `winningOddsPercent: ${remedy?.[1]}`))).toEqual([])
})
