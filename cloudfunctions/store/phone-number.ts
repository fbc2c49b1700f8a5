import { isMobileNumber } from '#values/phone'
import { cloud } from './cloud'

/** WeChat's answers for a code that is wrong, over or used. */
const BAD_CODES: ReadonlySet<unknown> = new Set([40029, 40013, -40029])

/**
 * The mainland number behind the one-time code of WeChat's phone number button; null for a code that is no good, or a number
 * from elsewhere. @throws Error when WeChat cannot be asked
 */
export async function phoneNumberBehind(code: string): Promise<string | null> {
  try {
    const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code })
    const { purePhoneNumber: phone, countryCode } = phoneInfo
    return countryCode === '86' && isMobileNumber(phone) ? phone : null
  } catch (error) {
    if (error instanceof Error && 'errCode' in error && BAD_CODES.has(error.errCode)) return null
    throw error
  }
}
