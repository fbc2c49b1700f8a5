import { readFileSync } from 'node:fs'
import { checkCampaignFile } from '#rules/campaign/check'
import type { LawProof } from '#rules/prove/proof'
import { proveRules } from '#rules/prove/prove'
import { runCommand } from './command'

/** Of one law, so that a broken one does not hide the others. */
const MOST_SHOWN = 5

/** `npm run rules:prove -- FILE`: exit 0 when every law holds for every case, 1 with the cases that break one, 2 without a file. */
runCommand(async ([file]) => {
  if (file === undefined) {
    process.stderr.write('用法：npm run rules:prove -- campaigns/活动编号.yaml\n')
    return 2
  }
  const checked = checkCampaignFile(readFileSync(file, 'utf8'), file)
  if (!checked.ok) {
    const problems = checked.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)
    process.stdout.write(`${problems.join('\n')}\n\n活动文件有误，先用 npm run campaign:check -- ${file} 改好。\n`)
    return 1
  }
  const proofs = proveRules(checked.terms)
  process.stdout.write(`${proofs.flatMap(report).join('\n')}\n`)
  const broken = proofs.filter(({ violations }) => violations.length > 0).length
  const cases = proofs.reduce((sum, proof) => sum + proof.cases, 0)
  process.stdout.write(`\n${proofs.length} 条规律，${cases} 个情形，${broken} 条不成立。\n`)
  return broken === 0 ? 0 : 1
})

function report({ law, clause, cases, violations }: LawProof): string[] {
  const mark = violations.length === 0 ? '✓' : '✗'
  const more = violations.length - MOST_SHOWN
  return [
    `${mark} ${clause} ${law}（${cases} 个情形）`,
    ...violations.slice(0, MOST_SHOWN).map(({ text }) => `    ${text}`),
    ...(more > 0 ? [`    还有 ${more} 个情形`] : []),
  ]
}
