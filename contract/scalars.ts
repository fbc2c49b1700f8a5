import * as v from 'valibot'
import { isDay } from '#values/days'

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const daySchema = v.pipe(v.string(), v.check(isDay, '应为真实的日期，格式 YYYY-MM-DD'))
/** An instant in epoch milliseconds. */
export const instantSchema = v.pipe(v.number(), v.integer())
export const fenSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
export const ppmSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
/** The customer's own random number for one draw: 16 bytes, hex. */
export const nonceSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '应为 32 位十六进制'))
/** Makes a changing request the same request when it is sent again: 16 bytes, hex. */
export const requestKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '应为 32 位十六进制'))
/** 32 bytes, hex: SHA-256 values, seeds, hashes. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制'))
/** Opaque id of a share, stored by the server; fits a 小程序码 scene (≤ 32 characters). */
export const shareIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{16}$/, '分享编号不正确'))
/** The customer's public name in this campaign: says nothing about who it is. */
export const pseudonymSchema = v.pipe(v.string(), v.regex(/^[a-z2-7]{16}$/))
export const channelSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/, '渠道代码不正确'))
/** An entry of the ledger. */
export const benefitIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(160))
/** By a file that finance uploads to the bank, or by WeChat's merchant transfer (商家转账). */
export const payoutWaySchema = v.picklist(['bank-file', 'wechat-transfer'])
