import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Failure, mayPass } from '@/cloud/call'
import { type Entered, enteredWith } from '@/cloud/entered-with'
import { DoneState } from '@/components/DoneState'
import { EmptyState } from '@/components/EmptyState'
import { FailureState } from '@/components/FailureState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { ConfirmLogin, type Outcome } from '../ConfirmLogin'
import { useAskedLogin } from '../use-asked-login'

/** 确认登录, for the campaign team: a browser on a desk shows a code, the telephone says yes or no. */
export default function ConsoleLogin() {
  const ticketId = enteredWith(useRouter<Entered>().params, 't', /^[A-Za-z0-9]{24}$/)
  return (
    <Page>
      {ticketId === null ? (
        <EmptyState drawing={<EmptyDrawing />} sentence="在电脑上打开活动后台，用微信扫一扫登录页上的码。" />
      ) : (
        <Asked ticketId={ticketId} />
      )}
    </Page>
  )
}

function Asked({ ticketId }: { ticketId: string }) {
  const { asked, again } = useAskedLogin(ticketId)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  if (outcome) return <Answered outcome={outcome} />
  switch (asked.status) {
    case 'loading':
      return <Skeleton blocks={[280, 96]} />
    case 'failed':
      return <NotShown failure={asked.failure} onRetry={again} />
    case 'ready':
      return <ConfirmLogin ticketId={ticketId} login={asked.login} onDone={setOutcome} />
    default:
      return asked satisfies never
  }
}

/** Looking again helps only where nothing was answered: a code that has had its time needs a new one from the screen. */
const NotShown = ({ failure, onRetry }: { failure: Failure; onRetry: () => void }) =>
  mayPass(failure) ? (
    <FailureState failure={failure} onRetry={onRetry} />
  ) : (
    <EmptyState drawing={<EmptyDrawing />} sentence={failure.message} />
  )

function Answered({ outcome }: { outcome: Outcome }) {
  switch (outcome) {
    case 'entered':
      return <DoneState title="已确认登录" sentence="电脑上马上进入后台。离开座位时请点“退出”。" />
    case 'refused':
      return (
        <EmptyState
          drawing={<EmptyDrawing />}
          sentence="已拒绝，那台电脑没有登录。如果是别人发来的登录码，请告诉管理员。"
        />
      )
    case 'wrong-number':
      return (
        <EmptyState
          drawing={<EmptyDrawing />}
          sentence="数字与屏幕上的不符，这次登录已作废。需要时请在电脑上刷新后重新扫码；不是您本人在登录，请告诉管理员。"
        />
      )
    default:
      return outcome satisfies never
  }
}
