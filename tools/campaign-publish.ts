import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import { publishCampaign } from '#contract/publishing'
import { type CloudTarget, readTarget } from './cloud-target'
import { runCommand } from './command'

type Published = v.InferOutput<typeof publishCampaign.output>

/** Publishes a campaign file through the staff door. @throws Error with every problem of the file, each with its line */
export async function publishCampaignFile(cloud: CloudTarget, file: string): Promise<Published> {
  const text = readFileSync(file, 'utf8')
  const { result } = await cloud.call('staff', { operation: publishCampaign.name, input: { file, text } })
  const reply = result as Reply<unknown>
  if (!reply.ok) {
    const details = reply.details?.map(({ field, message }) => `  ${field}  ${message}`) ?? []
    throw new Error([reply.message, ...details].join('\n'))
  }
  return v.parse(publishCampaign.output, reply.data)
}

async function main(args: string[]): Promise<number> {
  const { target, positionals } = readTarget(args)
  const [file] = positionals
  if (!file) throw new Error('Usage: npm run campaign:publish -- FILE --local URL | --env ENV')
  const { campaignId, version, hash, commitment, isNew } = await publishCampaignFile(target, file)
  console.log(isNew ? `已发布 ${campaignId} 第 ${version} 版` : `${campaignId} 第 ${version} 版此前已经发布，没有变化`)
  console.log(`条款指纹 ${hash}`)
  console.log(`种子承诺 ${commitment}`)
  return 0
}

if (require.main === module) runCommand(main)
