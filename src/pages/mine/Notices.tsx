import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { putNoticeAway } from '@/cloud/prize-collection'
import type { PrizeNotice } from '@/cloud/prizes'
import { Banner } from '@/components/Banner'

/** What happened to a prize or a gift since, until it was looked at. Looking puts it away. */
export function Notices({ notices }: { notices: readonly PrizeNotice[] }) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const look = ({ noticeId, benefitId, about }: PrizeNotice) => {
    setSeen((before) => new Set([...before, noticeId]))
    void putNoticeAway(noticeId)
    const prize = `/packages/prize-collection/pages/index?prize=${encodeURIComponent(benefitId)}`
    void Taro.navigateTo({ url: about === 'gift' ? '/packages/shown-code/pages/index' : prize })
  }
  return (
    <View>
      {notices
        .filter(({ noticeId }) => !seen.has(noticeId))
        .map((notice) => (
          <Banner
            key={notice.noticeId}
            tone="warn"
            text={`${notice.title}。${notice.sentence}`}
            action={{ text: '查看', onClick: () => look(notice) }}
          />
        ))}
    </View>
  )
}
