import { loyaltyGrades } from '#values/vehicle-words'
import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'
import { personalDataKinds } from '../terms/organiser'

/** Lists that answer for every grade of the policy feed (§5.2.3) and for every kind of personal data leave none out. */
export function checkComplete({ gift, personalData }: NonNullable<TermsDraft>, report: Report): void {
  const grades = gift?.loyaltyGrades?.map((grade) => grade?.name)
  missing(grades, Object.keys(loyaltyGrades), (name) => name, ['gift', 'loyaltyGrades'], report)
  const order = Object.keys(loyaltyGrades)
  for (const [index, name] of (grades ?? []).entries()) {
    const before = grades?.[index - 1]
    if (name === undefined || before === undefined || order.indexOf(name) >= order.indexOf(before)) continue
    report(['gift', 'loyaltyGrades', index, 'name'], `${name}低于上一行的${before}`, '从低到高排列：普通、银卡、金卡')
  }
  const kinds = personalData?.kept?.map((row) => row?.kind)
  const words: Readonly<Record<string, string>> = personalDataKinds
  missing(kinds, Object.keys(words), (kind) => `${words[kind]}（${kind}）`, ['personalData', 'kept'], report)
}

function missing(
  listed: readonly (string | undefined)[] | undefined,
  all: readonly string[],
  say: (name: string) => string,
  path: TermsPath,
  report: Report,
): void {
  if (listed === undefined || listed.includes(undefined)) return
  const left = all.filter((name) => !listed.includes(name))
  if (left.length > 0) report(path, `没有写${left.map(say).join('、')}`, '每一种写一行')
}
