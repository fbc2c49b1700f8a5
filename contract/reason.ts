import * as v from 'valibot'

/** Why a member of staff does something, in their own words. */
export const reasonSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(2, '请写明理由，至少 2 个字'),
  v.maxLength(200, '理由最多 200 字'),
)

export { requestKeySchema } from './scalars'
