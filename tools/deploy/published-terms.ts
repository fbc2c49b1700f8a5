import tcb from '@cloudbase/node-sdk'
import * as v from 'valibot'

/** The document that `cloudfunctions/store/terms.ts` keeps: which published terms are in force. */
const pointer = v.object({ campaignId: v.string(), termsVersion: v.number() })
const noCollection = /COLLECTION_NOT_EXIST/

/** Null when no campaign was published, or the environment is still empty. */
export async function findTermsInForce(
  account: tcb.ICloudBaseConfig,
): Promise<{ campaignId: string; version: number } | null> {
  try {
    const { data } = await tcb.init(account).database().collection('campaigns').where({ _id: 'current' }).limit(1).get()
    const [found] = v.parse(v.array(pointer), data)
    return found ? { campaignId: found.campaignId, version: found.termsVersion } : null
  } catch (error) {
    if (error instanceof Error && noCollection.test(`${'code' in error ? error.code : ''} ${error.message}`))
      return null
    throw error
  }
}
