import type * as v from 'valibot'
import type { staffRoleSchema } from './staff'

/** How staff call the roles. */
export const staffRoleTexts: Readonly<Record<v.InferOutput<typeof staffRoleSchema>, string>> = {
  admin: '管理员',
  reviewer: '审核',
  finance: '财务',
  branch: '网点',
  workshop: '维修厂',
  analyst: '分析',
}
