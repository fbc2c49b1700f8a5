import { Text, View } from '@tarojs/components'
import { formatInstant } from '#values/days'
import type { CampaignHead } from '@/cloud/campaign'
import { copyText } from '@/cloud/platform'
import { CopyButton } from '@/components/CopyButton'
import './Edition.scss'

interface EditionProps {
  campaign: CampaignHead
  publishedAt: number
}

/** Which edition of the terms this is: the fingerprint proves that not a word has changed since. */
export function Edition({ campaign, publishedAt }: EditionProps) {
  return (
    <View className="edition">
      <Text className="edition__line">
        {`第 ${campaign.termsVersion} 版 · ${formatInstant(publishedAt)} 公布 · 公布后不作不利于参与者的修改`}
      </Text>
      <Text className="edition__line">条款指纹（SHA-256）</Text>
      <Text className="edition__hash" selectable userSelect>
        {campaign.termsHash}
      </Text>
      <CopyButton text="复制指纹" onCopy={() => copyText(campaign.termsHash)} />
    </View>
  )
}
