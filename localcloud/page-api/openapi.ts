import * as v from 'valibot'
import { getUnlimited } from '../openapi/wxacode'
import { operation } from './operation'

const Name = v.pipe(v.string(), v.nonEmpty())
const Nothing = v.strictObject({})

/** What functions sent through openapi, newest first. */
export const sentList = operation(
  v.strictObject({
    api: v.optional(v.string()),
    openid: v.optional(v.string()),
    ok: v.optional(v.boolean()),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  ({ openApi }, { api, openid, ok, limit }) =>
    openApi.sent({
      ...(api === undefined ? {} : { api }),
      ...(openid === undefined ? {} : { openid }),
      ...(ok === undefined ? {} : { ok }),
      limit,
    }),
)

/** The picture that wxacode.getUnlimited gave for these parameters, as a data URL; null when it refused them. */
export const wxacodeDraw = operation(
  v.strictObject({ parameters: v.record(v.string(), v.unknown()) }),
  async (_, { parameters }) => {
    const drawn = await getUnlimited(parameters)
    if (!(drawn.body instanceof Uint8Array)) return { url: null }
    return { url: `data:image/png;base64,${Buffer.from(drawn.body).toString('base64')}` }
  },
)

/** The ledger behind subscribeMessage.send. */
export const acceptancesList = operation(Nothing, ({ openApi }) => openApi.subscriptions.list())

export const acceptancesAdd = operation(
  v.strictObject({ openid: Name, templateId: Name, count: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ({ openApi }, { openid, templateId, count }) => ({ left: openApi.acceptSubscription(openid, templateId, count) }),
)

/** Codes of the phone-number button, and codes that functions wrote into their log instead of sending them. */
export const codesList = operation(Nothing, ({ openApi, log }) => ({
  phoneCodes: openApi.phones.issued().slice(0, 200),
  logged: log
    .kept()
    .flatMap(({ requestId, function: name, startedAt, output }) =>
      output.flatMap((line) => {
        const code = codeIn(line)
        return code === undefined ? [] : [{ requestId, function: name, at: startedAt, code, line }]
      }),
    )
    .slice(0, 200),
}))

/** Four to eight digits after a word for a code, as in `{"code":"123456"}` or `验证码 123456`. */
function codeIn(line: string): string | undefined {
  const [, code] = /(?:\bcode\b|验证码|校验码)["'\s:：=为是]{1,6}(\d{4,8})(?!\d)/i.exec(line) ?? []
  return code
}

export const codesIssue = operation(
  v.strictObject({ phone: v.pipe(v.string(), v.regex(/^\d{5,15}$/, 'expected digits')), openid: v.optional(Name) }),
  ({ openApi }, { phone, openid }) => ({ code: openApi.phones.issue(phone, openid) }),
)

/** What security.msgSecCheck finds risky. */
export const wordsList = operation(Nothing, ({ openApi }) => ({ words: [...openApi.security.riskyWords] }))

export const wordsSet = operation(v.strictObject({ words: v.array(v.string()) }), ({ openApi }, { words }) => {
  openApi.security.setRiskyWords(words)
  return { words: [...openApi.security.riskyWords] }
})

/** What riskControl.getUserRiskRank answers, where it is not 0. */
export const riskList = operation(Nothing, ({ openApi }) => openApi.riskRanks.list())

export const riskSet = operation(
  v.strictObject({ openid: Name, rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)) }),
  ({ openApi }, { openid, rank }) => {
    openApi.riskRanks.set(openid, rank)
    return openApi.riskRanks.list()
  },
)
