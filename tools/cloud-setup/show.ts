import type { EnvironmentPlan } from '../deploy/plan-environment'
import { leftAlone } from '../deploy/show'
import { describe, type EnvironmentStep } from '../deploy/step'

/** `+` is missing, `~` is different, `?` is there and not declared. */
export function showDifferences({ steps, undeclared }: EnvironmentPlan, environment: string): string {
  const count = (kind: Difference) => steps.filter((step) => differenceOf(step) === kind).length
  return [
    `${environment}, compared with what is declared here:`,
    ...steps.map((step) => `  ${differenceOf(step) === 'missing' ? '+' : '~'} ${describe(step)}`),
    ...undeclared.map(leftAlone),
    `${count('missing')} missing, ${count('different')} different, ${undeclared.length} not declared.`,
  ].join('\n')
}

type Difference = 'missing' | 'different'

function differenceOf(step: EnvironmentStep): Difference {
  switch (step.act) {
    case 'create-collection':
    case 'create-index':
    case 'create-function':
    case 'create-timers':
      return 'missing'
    case 'set-access':
      return step.there === 'new' ? 'missing' : 'different'
    case 'set-function-rules':
      return step.there === null ? 'missing' : 'different'
    case 'set-storage-access':
    case 'configure-function':
    case 'replace-timer':
      return 'different'
  }
}
