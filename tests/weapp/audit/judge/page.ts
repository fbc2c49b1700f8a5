import type { Look, PageMeasures } from '../measurements'
import type { Breach, Finding } from './breach'
import { judgeContrast } from './contrast'
import { judgeAction, judgeCloudCalls, judgeFirstContent, judgeRepeats } from './data'
import { judgeOrder } from './order'
import { judgePictures } from './pictures'
import { judgeTaps } from './taps'
import { judgeText } from './text'
import { judgeTree } from './tree'

/** Every place where a page is below the bar. The same words in several looks of it are one breach with their names. */
export function judgePage({ page, firstContent, action, tree, pictures, looks, faults }: PageMeasures): Breach[] {
  const findings = [
    ...(firstContent ? [...judgeFirstContent(firstContent.crossings), ...judgeCloudCalls(firstContent.cloud)] : []),
    ...(action ? [...judgeAction(action.name, action.crossings), ...judgeRepeats(action.sent)] : []),
    ...judgeTree(tree),
    ...judgePictures(pictures),
    ...faults.map((fault) => ({ what: 'fault', measured: fault, allowed: 'none' })),
    ...acrossLooks(looks),
  ]
  return findings.map((finding) => ({ page, ...finding }))
}

function acrossLooks(looks: readonly Look[]): Finding[] {
  const found = new Map<string, { finding: Finding; looks: Set<string> }>()
  for (const look of looks)
    for (const finding of judgeLook(look)) {
      const key = JSON.stringify(finding)
      const known = found.get(key) ?? { finding, looks: new Set() }
      known.looks.add(look.name)
      found.set(key, known)
    }
  return [...found.values()].map(({ finding, looks: names }) => ({
    ...finding,
    what: `${finding.what} (${[...names].join(', ')})`,
  }))
}

const judgeLook = ({ taps, colours, cut, overlaps, jumps }: Look): Finding[] => [
  ...judgeTaps(taps),
  ...judgeContrast(colours),
  ...judgeText(cut, overlaps),
  ...judgeOrder(jumps),
]
