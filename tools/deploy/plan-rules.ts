import type { Access, FunctionRules } from './declared'
import type { EnvironmentStep } from './step'

/** Rules of functions that are not declared stay: somebody has set them for something else. */
export function planFunctionRules(declared: FunctionRules, there: FunctionRules | null): EnvironmentStep[] {
  const same = Object.entries(declared).every(([name, { invoke }]) => there?.[name]?.invoke === invoke)
  return same ? [] : [{ act: 'set-function-rules', rules: { ...there, ...declared }, there }]
}

export const planStorage = (declared: Access, there: Access | null): EnvironmentStep[] =>
  declared === there ? [] : [{ act: 'set-storage-access', access: declared, there }]
