import * as v from 'valibot'
import { day, isDay } from '#values/days'
import { kindOfIdNumber } from '#values/id-number'
import { instantOf } from '#values/instants'
import { isMobileNumber } from '#values/phone'
import { NO_PLATE, normalPlate, plateKindOf } from '#values/plate'
import { drivingRegions, type LoyaltyGrade, loyaltyGrades, usageNatures, vehicleTypes } from '#values/vehicle-words'
import { isVin } from '#values/vin'

/** 业务事件, 业务类型: the codes and the words of the policy feed. */
export const eventKinds = { issued: '出单', cancelled: '退保', 'claim-count': '出险更新' } as const
export const businessKinds = { new: '新保', renewal: '续保', transfer: '转保' } as const
// `Object.keys` forgets that the keys are the record's own.
const grades = Object.keys(loyaltyGrades) as LoyaltyGrade[]

/** ¥10,000,000: more is a slip of the pen. */
const HIGHEST_PREMIUM_FEN = 1_000_000_000

const text = (message: string) => v.pipe(v.string(message), v.trim())

/** A code, or the word that the file has for it. */
const coded = <const Words extends Readonly<Record<string, string>>>(words: Words) => {
  const message = `应为 ${Object.values(words).join('、')} 之一`
  const codes = new Map(Object.entries(words).flatMap(([code, word]) => [[code, code] as const, [word, code] as const]))
  return v.pipe(
    text(message),
    v.transform((written) => codes.get(written)),
    v.picklist(Object.keys(words) as (keyof Words & string)[], message),
  )
}

const policyNumberSchema = v.pipe(
  text('应为 10 到 32 位大写字母和数字'),
  v.regex(/^[A-Z0-9]{10,32}$/, '应为 10 到 32 位大写字母和数字'),
)
const emptyAsNull = v.pipe(
  v.literal(''),
  v.transform(() => null),
)
const nothing = v.union([v.null(), emptyAsNull])

const premiumSchema = v.pipe(
  v.number('应为以分为单位的整数'),
  v.safeInteger('应为以分为单位的整数'),
  v.minValue(0, '不能为负'),
  v.maxValue(HIGHEST_PREMIUM_FEN, '高于 1000 万元，请核对'),
)

const dayMessage = '应为真实的日期，格式 YYYY-MM-DD'
const daySchema = v.pipe(text(dayMessage), v.check(isDay, dayMessage), v.transform(day))

const claimsMessage = '应为 0 到 99 的整数，不知道时为空'
const gradeMessage = '应为 普通、银卡、金卡 或空'
const holderNameMessage = '应为 1 到 60 个字的姓名或单位名称'

const fields = {
  policyNumber: policyNumberSchema,
  event: coded(eventKinds),
  businessKind: coded(businessKinds),
  previousPolicyNumber: v.optional(
    v.union([nothing, policyNumberSchema], '应为 10 到 32 位大写字母和数字，或空'),
    null,
  ),
  branchCode: v.pipe(text('应为机构代码'), v.regex(/^[A-Z0-9]{4,12}$/, '应为 4 到 12 位大写字母和数字')),
  channelCode: v.pipe(text('应为渠道代码'), v.regex(/^[a-z0-9-]{1,24}$/, '应为渠道代码：小写字母、数字和连字符')),
  plateNumber: v.pipe(
    text(`应为车牌号或 ${NO_PLATE}`),
    v.transform(normalPlate),
    v.check((plate) => plateKindOf(plate) !== null, `应为车牌号或 ${NO_PLATE}`),
  ),
  vin: v.pipe(text('应为 17 位车架号'), v.toUpperCase(), v.check(isVin, '车架号的长度、字符或第 9 位校验位不对')),
  vehicleType: coded(vehicleTypes),
  usageNature: coded(usageNatures),
  drivingRegion: coded(drivingRegions),
  issuedAt: v.pipe(text('应为出单时间'), v.transform(instantOf), v.number('应为 YYYY-MM-DD HH:mm 或 ISO 8601 的时间')),
  coverStartsOn: daySchema,
  coverEndsOn: daySchema,
  commercialPremiumFen: premiumSchema,
  compulsoryPremiumFen: premiumSchema,
  /** Null, or absent, is unknown; it is never zero. */
  claimsLastYear: v.optional(
    v.union(
      [
        nothing,
        v.pipe(v.number(), v.safeInteger(claimsMessage), v.minValue(0, claimsMessage), v.maxValue(99, claimsMessage)),
      ],
      claimsMessage,
    ),
    null,
  ),
  loyaltyGrade: v.optional(
    v.union([nothing, v.pipe(v.string(), v.trim(), v.picklist(grades, gradeMessage))], gradeMessage),
    null,
  ),
  holderName: v.pipe(
    text(holderNameMessage),
    v.minLength(1, holderNameMessage),
    v.maxLength(60, holderNameMessage),
    v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{P}\p{Zs}]*$/u, holderNameMessage),
  ),
  holderIdNumber: v.pipe(
    text('应为 18 位证件号'),
    v.toUpperCase(),
    v.check((number) => kindOfIdNumber(number) !== null, '应为 18 位身份证号或统一社会信用代码，校验位不对'),
  ),
  holderPhone: v.pipe(text('应为 11 位手机号'), v.check(isMobileNumber, '应为 11 位手机号')),
  sequence: v.pipe(v.number('应为整数'), v.safeInteger('应为整数'), v.minValue(0, '应为不小于 0 的整数')),
}

/** One event of the policy feed as a message carries it: the file's names, premiums in fen. Names it does not know are left out. */
export const policyEventSchema = v.pipe(
  v.object(fields, '应为一条业务记录'),
  v.forward(
    v.partialCheck(
      [['businessKind'], ['previousPolicyNumber']],
      ({ businessKind, previousPolicyNumber }) => businessKind !== 'renewal' || previousPolicyNumber !== null,
      '续保须填写上年保单号',
    ),
    ['previousPolicyNumber'],
  ),
  v.forward(
    v.partialCheck(
      [['policyNumber'], ['previousPolicyNumber']],
      ({ policyNumber, previousPolicyNumber }) => previousPolicyNumber !== policyNumber,
      '上年保单号不能是保单自己',
    ),
    ['previousPolicyNumber'],
  ),
  v.forward(
    v.partialCheck(
      [['coverStartsOn'], ['coverEndsOn']],
      ({ coverStartsOn, coverEndsOn }) => coverStartsOn <= coverEndsOn,
      '保险止期早于保险起期',
    ),
    ['coverEndsOn'],
  ),
)
export type PolicyEvent = v.InferOutput<typeof policyEventSchema>
export type PolicyField = keyof typeof fields

export const policyFields = Object.keys(fields) as PolicyField[]
