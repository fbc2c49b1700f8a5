import type { TransferAccount } from './wechat-transfer'

const REAL_SERVICE = 'https://api.mch.weixin.qq.com'

/**
 * The merchant's account that the environment names; null while it names none: then nothing is paid by WeChat. What it needs
 * stands in docs/go-live.md. Another service than WeChat's is taken in the environment named exactly `local` only.
 * @throws Error that names the variables that are missing, and never a key
 */
export function transferAccount(environment: NodeJS.ProcessEnv = process.env): TransferAccount | null {
  const { WECHAT_PAY_MERCHANT_ID: merchantId = '', WECHAT_PAY_URL: url = '', TCB_ENV } = environment
  if (merchantId.trim() === '') return null
  const missing: string[] = []
  const needed = (name: string): string => {
    const value = environment[name]?.trim() ?? ''
    if (value === '') missing.push(name)
    return value
  }
  const account: TransferAccount = {
    url: TCB_ENV === 'local' && url !== '' ? url : REAL_SERVICE,
    merchantId: merchantId.trim(),
    appId: needed('WECHAT_PAY_APP_ID'),
    serialNumber: needed('WECHAT_PAY_SERIAL_NUMBER'),
    privateKey: pemIn(needed('WECHAT_PAY_PRIVATE_KEY')),
    platformKey: pemIn(needed('WECHAT_PAY_PLATFORM_KEY')),
    platformKeyId: needed('WECHAT_PAY_PLATFORM_KEY_ID'),
  }
  if (missing.length > 0)
    throw new Error(`environment variable WECHAT_PAY_MERCHANT_ID is set, and ${missing.join(', ')} must be set with it`)
  return account
}

/** Whether the environment names a merchant at all. Customers' functions know the number alone, and no key. */
export const hasMerchant = ({ WECHAT_PAY_MERCHANT_ID = '' }: NodeJS.ProcessEnv = process.env): boolean =>
  WECHAT_PAY_MERCHANT_ID.trim() !== ''

/** A variable holds one line: its line ends are written as \n. */
const pemIn = (line: string): string => line.replaceAll('\\n', '\n')
