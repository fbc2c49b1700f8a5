import { resealPage as operation } from '#contract/keys'
import { audit } from '#pipeline/audit'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { resealAfter, sealedFields } from '#store/sealed-fields'
import { currentKeyId } from '#store/secrets'

const collections = Object.keys(sealedFields)

/**
 * After a new key was put in front of FIELD_KEYS: what old keys sealed comes under the new one, a page at a time. Each
 * collection is logged once for a key, before its first page: what is broken off afterwards has begun.
 */
export const resealPage = handle(operation, 'system', async ({ from }, call) => {
  const name = from?.collection ?? collections[0] ?? ''
  const place = collections.indexOf(name)
  if (place < 0) return refuse('input-invalid', [{ field: 'from.collection', message: '没有这个集合' }])
  await audit(call, {
    what: 'keys.reseal',
    object: { kind: 'sealed-fields', id: name },
    why: '换钥匙后重新密封',
    deed: currentKeyId(),
  })
  const { looked, resealed, last } = await resealAfter(name, from?.after ?? '')
  const following = collections[place + 1]
  if (last !== null) return { looked, resealed, next: { collection: name, after: last } }
  return { looked, resealed, next: following ? { collection: following, after: '' } : null }
})
