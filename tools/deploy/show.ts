import type { Plan } from './plan'
import { describe } from './step'

/** The plan for a person to read: what is in the way, or what will be done. */
export function showPlan({ problems, steps }: Plan, environment: string): string {
  const lines = problems.flatMap(({ what, where, mend }, index) => [
    `${String(index + 1).padStart(3)}. ${where}`,
    `     ${what}`,
    `     → ${mend}`,
  ])
  const plan = steps.map((step, index) => `${String(index + 1).padStart(3)}. ${describe(step)}`)
  if (problems.length === 0) return [`To do in ${environment}:`, ...plan].join('\n')
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`
  return [`${count} before anything is done in ${environment}:`, '', ...lines].join('\n')
}
