import * as v from 'valibot'
import { operation } from './operation'
import { daySchema, requestKeySchema } from './scalars'

/** Lists that staff take out of the console as a file. What is in them is what their pages show: masked, and of one's own branch. */
export const exportedLists = {
  audit: '审计日志',
  benefits: '权益台账',
  budget: '预算执行',
  customers: '客户',
  daily: '每日数据',
  leads: '预约',
  payouts: '打款批次',
  prizes: '奖品与发放',
  referrals: '推荐',
  review: '待审核',
} as const
export type ExportedList = keyof typeof exportedLists

/** Said before the pages of a list are collected into a file: the audit log knows of each, who asked and with which filters. */
export const beginExport = operation({
  name: 'export.begin',
  door: 'staff',
  input: v.strictObject({
    list: v.picklist(Object.keys(exportedLists) as [ExportedList, ...ExportedList[]]),
    format: v.picklist(['csv', 'xlsx']),
    /** The filters in words, as the page shows them. */
    filters: v.pipe(v.string(), v.trim(), v.maxLength(200)),
    requestKey: requestKeySchema,
  }),
  /** The day on which it is taken out, for the file's name. */
  output: v.object({ on: daySchema }),
  refusals: ['not-signed-in', 'not-allowed'],
})
