import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { putNoticeAway } from '@/cloud/prize-collection'
import type { PrizeNotice } from '@/cloud/prizes'
import { Banner } from '@/components/Banner'

const pageAbout: Readonly<Record<PrizeNotice['about'], (benefitId: string) => string>> = {
  prize: (benefitId) => `/packages/prize-collection/pages/index?prize=${benefitId}`,
  gift: () => '/packages/shown-code/pages/index',
  payment: () => '/packages/bank-account/pages/index',
}

/** What happened to a prize, a gift or a payment since, until it was looked at. Looking puts it away. */
export function Notices({ notices }: { notices: readonly PrizeNotice[] }) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const look = ({ noticeId, benefitId, about }: PrizeNotice) => {
    setSeen((before) => new Set([...before, noticeId]))
    void putNoticeAway(noticeId)
    void Taro.navigateTo({ url: pageAbout[about](encodeURIComponent(benefitId)) })
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
