import { LineCounter, type Node, parseDocument } from 'yaml'
import type { Reading } from './reading'

const syntax: Readonly<Record<string, { message: string; remedy: string }>> = {
  DUPLICATE_KEY: { message: '同一项写了两次', remedy: '只留一处' },
  TAB_AS_INDENT: { message: '缩进用了制表符', remedy: '改用空格缩进，每层两个空格' },
  BAD_INDENT: { message: '缩进不整齐', remedy: '同一层的各行左边对齐，每层两个空格' },
  MULTIPLE_DOCS: { message: '一个文件里有多份内容（---）', remedy: '一个活动一个文件' },
  MULTILINE_IMPLICIT_KEY: { message: '缺少冒号，或冒号后没有空格', remedy: '写成“名称: 值”，冒号用半角，后面空一格' },
  BLOCK_AS_IMPLICIT_KEY: { message: '值里又有冒号', remedy: '含冒号的文字用引号括起来' },
  MISSING_CHAR: { message: '缺少引号、括号、冒号或逗号', remedy: '补齐成对的符号；冒号用半角，后面空一格' },
}
const otherSyntax = { message: 'YAML 写法不对', remedy: '对照 campaigns/template.yaml 检查这一行的冒号、引号和缩进' }

/** Parses the text as YAML, keeping positions. Syntax errors become problems of the reading. */
export function parseSource(text: string, reading: Reading) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const lineOf = (offset: number) => lines.linePos(offset)
  for (const error of document.errors) {
    const { line, col } = lineOf(error.pos[0])
    if (error.code !== 'DUPLICATE_KEY') reading.brokenLines.add(line)
    const { message, remedy } = syntax[error.code] ?? otherSyntax
    reading.reportAt({ line, column: col, path: '', clause: null }, message, remedy)
  }
  const root: Node | null = document.contents
  return { root, lineOf }
}
