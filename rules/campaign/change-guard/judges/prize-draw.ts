import {
  earlier,
  fixed,
  fixedItems,
  higher,
  type Judge,
  type ListJudge,
  lower,
  neutral,
  neutralItems,
  ranked,
} from '../judge'

const ODDS = '概率和号码的归属在开始前公布并由种子承诺锁定，改了就不能核验'
const OTHERS = '一个人多中，别人就少中'
const PRIZE = '公布的奖品不能换成别的，已中的人手里就是它'
const WORDS = '条件写在文字里，是否更严，机器判断不了'

/** §5.4. What a ticket gives, and whose stock it comes from, never changes: a prize's quantity alone may be raised. */
export const drawFields: Record<string, Judge> = {
  'prizeDraw.enabled': fixed('抽奖开不开，须在开始前公布'),
  'prizeDraw.legalBasis': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.approver': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.freeChancesPerDay': higher('机会越多越好'),
  'prizeDraw.shareChance.mode': ranked([['off'], ['on-visit'], ['on-share']], '越容易得到机会越好'),
  'prizeDraw.shareChance.perDay': higher('机会越多越好'),
  'prizeDraw.shareChance.visitorCounts': ranked([['once-per-campaign'], ['once-a-day']], '越容易得到机会越好'),
  'prizeDraw.shareChance.title': neutral('只是分享卡片的文字'),
  'prizeDraw.shareChance.legalBasis': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.shareChance.approver': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.followGate.mode': ranked([['required'], ['prompt'], ['off']], '要求越少越容易参加'),
  'prizeDraw.followGate.accountName': neutral('只是公众号的称呼'),
  'prizeDraw.followGate.legalBasis': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.followGate.approver': neutral('内部的依据和批准记录更新，权益不变'),
  'prizeDraw.winningOddsPpm': fixed(ODDS),
  'prizeDraw.winsPerCustomer': fixed(OTHERS),
  'prizeDraw.winsPerCustomerPerDay': fixed(OTHERS),
  'prizeDraw.whenOut': fixed(ODDS),
  'prizeDraw.prizes[].prizeId': fixed(PRIZE),
  'prizeDraw.prizes[].kind': fixed(PRIZE),
  'prizeDraw.prizes[].name': fixed(PRIZE),
  'prizeDraw.prizes[].valueFen': fixed(PRIZE),
  'prizeDraw.prizes[].oddsPpm': fixed(ODDS),
  'prizeDraw.prizes[].quantity': higher('奖品越多越好，库存在原来的基础上加'),
  'prizeDraw.prizes[].perDay': fixed('每天的份数已按库存分好；多发一天，别的日子就少'),
  'prizeDraw.prizes[].perCustomer': fixed(OTHERS),
  'prizeDraw.prizes[].delivery': fixed(PRIZE),
  'prizeDraw.prizes[].deliveryNote': fixed(WORDS),
  'prizeDraw.prizes[].inPerson': ranked([[false], [true]], '多一种领取的办法'),
  'prizeDraw.prizes[].usage': fixed(WORDS),
  'prizeDraw.prizes[].validDays': higher('有效期越长越好'),
  'prizeDraw.prizes[].taxable': fixed('是否计税由税法决定，须在开始前定'),
  'prizeDraw.collection.opensOn': earlier('越早能填写越好'),
  'prizeDraw.collection.withinWorkingDays': higher('填写的时间越长越好'),
  'prizeDraw.collection.verifyWithinWorkingDays': lower('核实越快越好'),
  'prizeDraw.collection.handOverWithinWorkingDays': lower('发放越快越好'),
  'prizeDraw.collection.correctWithinWorkingDays': higher('改正的时间越长越好'),
  'prizeDraw.collection.remindDaysBefore[]': neutral('提醒的日子，期限不变'),
  'prizeDraw.collection.identityAboveFen': higher('要登记证件的人越少越好'),
  'prizeDraw.collection.alternateWithinWorkingDays': fixed('逾期怎样处理，须在开始前公布'),
  'prizeDraw.collection.forfeiture': fixed('逾期怎样处理，须在开始前公布'),
  'prizeDraw.tax.rateBps': fixed('税率由税法决定'),
  'prizeDraw.tax.borneBy': ranked([['winner'], ['organiser']], '主办方承担税款，中奖者得得更多'),
}

export const drawLists: Record<string, ListJudge> = {
  'prizeDraw.prizes[]': fixedItems(['prizeId'], ODDS),
  'prizeDraw.collection.remindDaysBefore[]': neutralItems('value', '提醒的日子，期限不变'),
}
