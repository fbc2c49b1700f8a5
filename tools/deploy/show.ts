import type { Plan } from './plan'
import type { Problem } from './problem'
import { describe } from './step'

/** The plan for a person to read: what is in the way, or what will be done. */
export function showPlan({ problems, steps, undeclared }: Plan, environment: string): string {
  if (problems.length > 0) return showProblems(problems, environment)
  const plan = steps.map((step, index) => `${String(index + 1).padStart(3)}. ${describe(step)}`)
  return [`To do in ${environment}:`, ...plan, ...undeclared.map(leftAlone)].join('\n')
}

export function showProblems(problems: readonly Problem[], environment: string): string {
  const lines = problems.flatMap(({ what, where, mend }, index) => [
    `${String(index + 1).padStart(3)}. ${where}`,
    `     ${what}`,
    `     → ${mend}`,
  ])
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`
  return [`${count} before anything is done in ${environment}:`, '', ...lines].join('\n')
}

export const leftAlone = (what: string): string => `  ? ${what}: there and not declared, left alone`
