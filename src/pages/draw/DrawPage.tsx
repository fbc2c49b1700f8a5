import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { sendVisit } from '@/cloud/draw-chances'
import { enterScene } from '@/cloud/platform'
import type { DrawPageView } from '@/cloud/prize-draw'
import { FailureState } from '@/components/FailureState'
import { LargeTypeSwitch } from '@/components/LargeTypeSwitch'
import { Page } from '@/components/Page'
import { Announcement } from './Announcement'
import { Chances } from './Chances'
import { DrawSkeleton } from './DrawSkeleton'
import { centreTexts, drawGate, leadsOn } from './draw-gate'
import { FollowCard } from './FollowCard'
import { FollowSheet } from './FollowSheet'
import { Hero } from './Hero'
import { Links } from './Links'
import { NineGrid } from './NineGrid'
import { Notice } from './Notice'
import { Odds } from './Odds'
import { RefusedSheet } from './RefusedSheet'
import { ResultSheet } from './ResultSheet'
import { ShareGuide } from './ShareGuide'
import { sharedBy, useSharing } from './share'
import { useDrawPage } from './use-draw-page'
import { Winners } from './Winners'
import './DrawPage.scss'

type OpenSheet = 'none' | 'follow' | 'share'

/** 抽奖: the whole page, from the first skeleton to the sheet with the result. */
export function DrawPage() {
  const { params } = useRouter<{ s?: string; scene?: string }>()
  const { state, draw, reload, landed, close, shareOpened } = useDrawPage()
  const [sheet, setSheet] = useState<OpenSheet>('none')
  const view = state.status === 'ready' ? state.view : null
  const shareId = view ? ownShareId(view) : null

  useSharing({ title: view?.shareTitle ?? '车主回馈抽奖', shareId, onMoments: shareOpened })
  useReportedVisit(sharedBy(params), state.status === 'ready' && state.fresh, shareId)

  if (state.status === 'loading') return <DrawSkeleton />
  if (state.status === 'failed') {
    return (
      <Page>
        <FailureState failure={state.failure} onRetry={reload} />
      </Page>
    )
  }

  const { fresh, late, run } = state
  const gate = drawGate(state.view)
  const press = () => {
    if (gate.kind === 'not-following') setSheet('follow')
    else void draw()
  }
  const share = () => {
    close()
    setSheet('share')
  }
  const shareFromPreview = () => {
    setSheet('none')
    if (shareId !== null) void shareOpened(shareId)
  }
  const { follow } = state.view

  return (
    <Page>
      <Hero view={state.view} onTime={reload} />
      <NineGrid
        view={state.view}
        run={run}
        centre={fresh ? centreTexts(gate) : { main: late ? '未更新' : '更新中', sub: late ? '请重新加载' : '请稍候' }}
        pressable={fresh && leadsOn(gate)}
        onPress={press}
        onLanded={landed}
      />
      <View>
        <Notice view={state.view} gate={gate} late={late} onRetry={reload} />
      </View>
      <Chances chances={state.view.chances} gate={gate} howTo={state.view.howTo} onShare={() => setSheet('share')} />
      {follow.gate !== 'off' && !follow.following && (
        <FollowCard
          accountName={follow.accountName}
          required={follow.gate === 'required'}
          onFollow={() => setSheet('follow')}
        />
      )}
      <Links />
      <Winners winners={state.view.winners} />
      <Odds prizes={state.view.prizes} winningOddsPpm={state.view.winningOddsPpm} campaign={state.view.campaign} />
      <View className="draw-page__foot">
        <LargeTypeSwitch />
        <Text className="draw-page__organiser">主办方：{state.view.campaign.organiser}</Text>
      </View>
      <Announcement run={run} view={state.view} />
      {/* In a place of their own, as the notice above: what appears is sent alone, not with the page around it. */}
      <View>
        <ResultSheet
          receipt={run.kind === 'shown' ? run.receipt : null}
          view={state.view}
          onClose={close}
          onShare={share}
        />
        <RefusedSheet failure={run.kind === 'refused' ? run.failure : null} onRetry={draw} onClose={close} />
        <FollowSheet open={sheet === 'follow'} accountName={follow.accountName} onClose={() => setSheet('none')} />
        <ShareGuide
          open={sheet === 'share'}
          title={state.view.shareTitle}
          onClose={() => setSheet('none')}
          onPreviewShare={shareFromPreview}
        />
      </View>
    </Page>
  )
}

const ownShareId = ({ chances: { share } }: DrawPageView) => (share.mode === 'off' ? null : share.shareId)

/** Reports once that the page was entered through another person's share, as soon as the cloud knows who is here. */
function useReportedVisit(by: string | null, known: boolean, ownId: string | null): void {
  const reported = useRef(false)
  useEffect(() => {
    if (!known || by === null || by === ownId || reported.current) return
    reported.current = true
    void sendVisit(by, enterScene())
  }, [known, by, ownId])
}
