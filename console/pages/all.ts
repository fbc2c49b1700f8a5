import { menuGroups, type PageRoute, type StaffRole } from './route'

const found = import.meta.glob<PageRoute>('./*/route.ts', { eager: true, import: 'route' })
const groups = Object.keys(menuGroups)

/** Every page, in the menu's order. */
export const allPages: readonly PageRoute[] = Object.values(found).sort(
  (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order,
)

export const pagesFor = (role: StaffRole): readonly PageRoute[] => allPages.filter(({ roles }) => roles.includes(role))
