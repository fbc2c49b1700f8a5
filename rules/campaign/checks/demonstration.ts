import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'

const invented = /演示|示范财产保险|example\.(com|org|net)|400-000-0000/

/** A real campaign that was copied from the demonstration keeps none of its invented names. */
export function checkDemonstration(draft: NonNullable<TermsDraft>, report: Report): void {
  if (draft.demo !== false) return
  const visit = (value: unknown, path: TermsPath): void => {
    if (typeof value === 'string' && invented.test(value)) {
      report(path, `不是演示活动，却留着演示内容“${value}”`, '换成真实内容；演示活动写 demo: true')
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    }
  }
  visit(draft, [])
}
