import { beginExport as operation } from '#contract/exports'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { dayOf } from '#values/days'

/** “导出要留痕。” The rows come from the lists themselves, by the role and the branch of whoever asks. */
export const beginExport = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async ({ list, format, filters, requestKey }, call) => {
    await audit(call, {
      what: 'data.export',
      object: { kind: 'export', id: requestKey },
      after: { kind: list, format },
      why: filters === '' ? '全部' : `筛选：${filters}`,
    })
    return { on: dayOf(call.now) }
  },
)
