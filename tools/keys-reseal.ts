import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import { type ResealPlace, resealPage } from '#contract/keys'
import { type CloudTarget, readTarget } from './cloud-target'
import { runCommand } from './command'

/** Seals everything anew under the current key, page by page. `told` hears of every page; what it heard last is where to go on. */
export async function resealAll(
  cloud: CloudTarget,
  from: ResealPlace | null,
  told: (looked: number, resealed: number, next: ResealPlace | null) => void,
): Promise<void> {
  let [next, looked, resealed] = [from, 0, 0]
  do {
    const { result } = await cloud.call('staff', { operation: resealPage.name, input: { from: next } })
    const reply = result as Reply<unknown>
    if (!reply.ok) throw new Error(reply.message)
    const page = v.parse(resealPage.output, reply.data)
    next = page.next
    looked += page.looked
    resealed += page.resealed
    told(looked, resealed, next)
  } while (next)
}

async function main(args: string[]): Promise<number> {
  const { target, positionals, options } = readTarget(args, { from: { type: 'string' } })
  if (positionals.length > 0)
    throw new Error('Usage: npm run keys:reseal -- [--from COLLECTION:ID] --local URL | --env ENV')
  const [collection = '', after = ''] = options.from?.split(':') ?? []
  let place = options.from ?? ''
  try {
    await resealAll(target, options.from ? { collection, after } : null, (looked, resealed, next) => {
      place = next ? `${next.collection}:${next.after}` : ''
      process.stdout.write(`\r已查看 ${looked} 份，重新密封 ${resealed} 份${next ? `（${next.collection}）` : ''}  `)
    })
  } catch (error) {
    console.error(`\n中断了。接着做：npm run keys:reseal -- --from ${place || '…'}（从头再做也可以，做过的会跳过）`)
    throw error
  }
  console.log('\n完成。旧钥匙可以在确认备份之后从 FIELD_KEYS 里撤下。')
  return 0
}

if (require.main === module) runCommand(main)
