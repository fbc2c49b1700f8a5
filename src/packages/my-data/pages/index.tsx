import { Text, View } from '@tarojs/components'
import { useMyData } from '@/cloud/my-data'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Accesses } from '../Accesses'
import { Copy } from '../Copy'
import { DeletionRequest } from '../DeletionRequest'
import { Kept } from '../Kept'
import { Unbinding } from '../Unbinding'
import './index.scss'

/** 我的信息: what is kept about me and why, a copy of it, its deletion, and who has looked at it. */
export default function MyDataPage() {
  const { reading, reload } = useMyData()
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[320, 140, 140]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} />
      </Page>
    )
  }
  const { bound, kept, deletion, accesses, contact } = reading.data
  return (
    <Page>
      <Kept kept={kept} stale={reading.stale} />
      <Copy />
      <Accesses accesses={accesses} />
      <Unbinding bound={bound} onDone={reload} />
      <DeletionRequest deletion={deletion} onRequested={reload} />
      <View className="my-data__contact">
        <Text>{`个人信息方面的问题请联系：${contact}`}</Text>
      </View>
    </Page>
  )
}
