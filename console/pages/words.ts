import type { Phase } from '#contract/campaign'
import type { StaffRole } from './route'

export const roleNames: Readonly<Record<StaffRole, string>> = {
  admin: '管理员',
  reviewer: '审核',
  finance: '财务',
  branch: '网点',
  workshop: '合作维修厂',
  analyst: '分析',
}

export const phaseNames: Readonly<Record<Phase, string>> = {
  preparation: '准备中',
  'warm-up': '预热中',
  running: '进行中',
  collection: '领奖期',
  closed: '已结束',
}
