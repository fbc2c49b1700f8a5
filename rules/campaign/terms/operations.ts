import { count, flag, group, list, text, yuan } from './fields'

/** §7 活动实施. The days of each stage are in `period`. */
export const operations = group('活动实施', '§7', {
  preparationTasks: list('准备工作', '§7', text('事项', '§7'), { hint: '团队、物料、培训、合作方、系统测试' }),
  smsSignature: text('预热短信签名', '§7', '短信正文由条款生成，这里只写签名'),
  reviewWithinWorkingDays: count('权益审核期限', '§7', '个工作日', { min: 1, max: 30 }),
  payoutLinesPerBatch: count('一个打款批次最多', '§7', '笔', { min: 1, max: 500 }),
  thirdPersonAboveFen: yuan('一个打款批次超过多少要第三人复核', '§7', { hint: '不超过的，一人编制、一人复核' }),
  wechatTransfer: flag('现金能不能也用微信商家转账付', '§7', '要有开通了商家转账的商户号；false 是只用银行文件'),
  referralCashTaxed: flag(
    '推荐现金奖励是否按偶然所得计税',
    '§5.3.2',
    '税率和承担方式同互动抽奖；保费返还是降价，不计税',
  ),
  closingTasks: list('收尾工作', '§7', text('事项', '§7'), { hint: '统计评估、反馈整改、费用结算、表彰' }),
})

/** §10 风险控制和应急预案. */
export const contingency = group('风险控制和应急', '§10', {
  dataReview: text('资料审核', '§10', '投保和续保资料怎样审核'),
  systemFailure: text('系统故障预案', '§10', '系统或网络故障时怎样处理'),
  approver: text('应急负责人', '§10', '姓名和职务'),
})
