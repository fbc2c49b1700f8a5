import { shares } from './judge/code'
import { contrast, toSeeByEye } from './judge/contrast'
import type { CodeUse, PackageSizes, PageMeasures } from './measurements'

const kb = (bytes: number) => (bytes / 1024).toFixed(1)

const head = [
  ...['page', 'time', 'setData', 'KB', 'largest KB', 'cloud calls', 'nodes', 'depth', 'children'],
  ...['pictures', 'smallest tap', 'lowest contrast', 'by eye'],
]

/** The measurements as a Markdown table: it reads in a terminal as in a document. */
export function table(pages: readonly PageMeasures[]): string {
  const rows = [head, head.map(() => '---'), ...pages.map(row)]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function row({ page, timeRatio, firstContent, action, tree, pictures, looks }: PageMeasures): string[] {
  const crossings = firstContent?.crossings ?? action?.crossings
  const sent = firstContent?.cloud.sent ?? action?.sent
  const areas = looks.flatMap(({ taps }) => taps.filter(({ within }) => within.length === 0))
  const smallest = Math.min(...areas.map(({ box }) => Math.min(box.width, box.height)))
  const ratios = looks.flatMap(({ colours }) => colours.flatMap((text) => contrast(text) ?? []))
  return [
    page,
    timeRatio === null ? '–' : `${timeRatio.toFixed(1)} ×`,
    ...(crossings ? [String(crossings.calls), kb(crossings.bytes), kb(crossings.largest)] : ['–', '–', '–']),
    sent ? String(sent.length) : '–',
    ...[tree.nodes, tree.depth, tree.children, pictures.length].map(String),
    areas.length > 0 ? `${Math.round(smallest)} px` : '–',
    ratios.length > 0 ? `${Math.min(...ratios).toFixed(1)}:1` : '–',
    String(new Set(looks.flatMap(({ colours }) => toSeeByEye(colours))).size),
  ]
}

export function packagesLine({ main, subpackages }: PackageSizes): string {
  const parts = Object.entries(subpackages).map(([root, bytes]) => `${root} ${kb(bytes)} KB`)
  const total = Object.values(subpackages).reduce((sum, bytes) => sum + bytes, main)
  return `Packages: main ${kb(main)} KB, ${parts.join(', ')}; together ${kb(total)} KB.`
}

/** Which share of the main package's scripts is of use, and the scripts where most of the rest stands. */
export function codeLines(uses: readonly CodeUse[]): string {
  const { never, bySubpackages } = shares(uses)
  const percent = (part: number, of: number) => `${((part / Math.max(1, of)) * 100).toFixed(0)} %`
  const all = uses.reduce((sum, { length }) => sum + length, 0)
  const files = [...uses]
    .sort((a, b) => b.length - a.length)
    .slice(0, 6)
    .map(({ file, length, byMain }) => `${file} ${kb(length)} KB, ${percent(byMain, length)} run`)
  return [
    `Code of the main package: ${kb(all)} KB; ${never.toFixed(0)} % runs on no page, ${bySubpackages.toFixed(1)} % only on pages of subpackages.`,
    `  ${files.join(' · ')}`,
  ].join('\n')
}
