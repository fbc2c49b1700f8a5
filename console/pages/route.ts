import type { ComponentType } from 'react'
import type * as v from 'valibot'
import type { staffRoleSchema } from '#contract/staff'

export type StaffRole = v.InferOutput<typeof staffRoleSchema>

/** Headings of the menu, in this order. */
export const menuGroups = { daily: '每日工作', campaign: '活动', administration: '管理' } as const
export type MenuGroup = keyof typeof menuGroups

/**
 * A page of the console. Each folder `console/pages/<noun>/` has one in its `route.ts`, as `export const route`; the menu
 * and the router find it there.
 */
export interface PageRoute {
  /** Its address after the #, e.g. `review`. What follows it, and the query, are the page's own. */
  path: string
  /** In the menu and the window's title. */
  title: string
  group: MenuGroup
  /** Its place within the group; smaller is higher. */
  order: number
  icon: ComponentType
  /** Who sees it in the menu and may open it. The cloud decides for itself what it answers. */
  roles: readonly StaffRole[]
  load: () => Promise<{ default: ComponentType }>
}
