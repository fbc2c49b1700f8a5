import { Text } from '@tarojs/components'
import { useState } from 'react'
import { recallDrawPage } from '@/cloud/prize-draw'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { Money } from '@/components/Money'
import { Page } from '@/components/Page'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'

export default function Draw() {
  const [open, setOpen] = useState(false)
  return (
    <Page demo>
      <Skeleton />
      <Card title="标题" note="x">
        <Money of={12300} />
        <Text>{recallDrawPage()?.shareTitle ?? 'none'}</Text>
      </Card>
      <ErrorState message="网络没有连上，您的机会和奖品都不受影响。" onRetry={() => setOpen(true)} />
      <Sheet open={open} title="没有中奖" onClose={() => setOpen(false)}>
        <Text>ok</Text>
      </Sheet>
    </Page>
  )
}
