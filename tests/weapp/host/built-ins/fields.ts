import type { BuiltInElement } from './built-in'

/** What a component holds for the form around it. */
interface Field {
  name(): string
  value(): unknown
  /** As the form's reset button leaves it. */
  empty(): void
}

const fields = new WeakMap<Element, Field>()

export function beField(self: BuiltInElement, { value, empty }: Omit<Field, 'name'>): void {
  fields.set(self.dom, { name: () => String(self.attribute('name') ?? ''), value, empty })
}

/** Those that have a name, in the order of the page. */
export const fieldsWithin = (form: Element): Field[] =>
  [...form.querySelectorAll('*')].flatMap((element) => fields.get(element) ?? []).filter((field) => field.name() !== '')
