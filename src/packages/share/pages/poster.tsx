import { Canvas, Image, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type Poster, usePoster } from '@/cloud/draw-chances'
import { runsInWeChat } from '@/cloud/platform'
import { useReferralPoster } from '@/cloud/referral'
import type { Reading } from '@/cloud/use-reading'
import { accessible } from '@/components/accessible'
import { EmptyState } from '@/components/EmptyState'
import { FailureState } from '@/components/FailureState'
import { ClosedDrawing } from '@/components/illustrations/scenes'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { StaleMark } from '@/components/StaleMark'
import { CANVAS_ID } from '../poster/canvas'
import { PlainPoster } from '../poster/PlainPoster'
import { SavePoster } from '../poster/SavePoster'
import { usePicture } from '../poster/use-picture'
import './poster.scss'

/** 分享海报: the campaign in one picture with the customer's own 小程序码, to be saved and sent on. */
export default function PosterPage() {
  return useRouter<{ of?: string }>().params.of === 'referral' ? <ReferralPoster /> : <SharePoster />
}

const SharePoster = () => <PosterView {...usePoster()} />
const ReferralPoster = () => <PosterView {...useReferralPoster()} />

interface PosterViewProps {
  reading: Reading<Pick<Poster, 'codeUrl' | 'title' | 'lines'>>
  reload: () => void
}

function PosterView({ reading, reload }: PosterViewProps) {
  // The code's address is valid for a while only: what is remembered is shown, but never painted.
  const fresh = reading.status === 'ready' && !reading.stale ? reading.data : null
  const { picture, repaint } = usePicture(fresh)

  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[480, 48]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    const { failure } = reading
    const closed = failure.code === 'campaign-not-started' || failure.code === 'campaign-over'
    return (
      <Page>
        {closed ? (
          <EmptyState
            drawing={<ClosedDrawing />}
            sentence={failure.message}
            action={{ text: '返回抽奖', onClick: () => Taro.switchTab({ url: '/pages/draw/index' }) }}
          />
        ) : (
          <FailureState failure={failure} onRetry={reload} />
        )}
      </Page>
    )
  }
  const { title, lines } = reading.data
  return (
    <Page>
      <View className="poster">
        {picture.status === 'painted' ? (
          <View className="poster__sheet">
            <Image
              className="poster__picture"
              src={picture.path}
              mode="aspectFit"
              showMenuByLongpress
              {...accessible({ role: 'img', label: `活动海报：${title}。${lines.join('，')}` })}
            />
          </View>
        ) : (
          <PlainPoster poster={reading.data} />
        )}
        {runsInWeChat && <Canvas type="2d" id={CANVAS_ID} canvasId={CANVAS_ID} className="poster__canvas" />}
      </View>
      <View className="poster__stale">
        <StaleMark stale={reading.stale} />
      </View>
      <SavePoster picture={picture} stale={reading.stale} onRepaint={repaint} />
    </Page>
  )
}
