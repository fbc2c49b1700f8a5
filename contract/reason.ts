import * as v from 'valibot'

/** Why a member of staff does something, in their own words. */
export const reasonSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(2, '请写明理由，至少 2 个字'),
  v.maxLength(200, '理由最多 200 字'),
)

/** Makes a changing request the same request when it is sent again: 16 random bytes, hex. */
export const requestKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '应为 32 位十六进制'))
