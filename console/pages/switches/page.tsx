import { Button } from 'antd'
import { useState } from 'react'
import { listSwitches, type Switch, startSwitch, stopSwitch } from '#contract/switches'
import { useActing } from '../../cloud/use-acting'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { InstantText } from '../../components/DayText'
import { PageHeader } from '../../components/PageHeader'
import { ReasonDialog } from '../../components/ReasonDialog'
import { FailureBlock } from '../../components/StateBlock'
import { type StateShown, StateTag } from '../../components/StateTag'
import { WaitingRows } from '../../components/Waiting'
import { useMe } from '../../shell/me'
import './switches.css'

const states: Readonly<Record<Switch['state'], StateShown>> = {
  on: { word: '照常', tone: 'good' },
  stopping: { word: '即将停止', tone: 'warn' },
  stopped: { word: '已停止', tone: 'bad' },
  starting: { word: '即将恢复', tone: 'warn' },
}

/** What is asked for: nothing yet, or a switch to throw. */
type Asked = { one: Switch; deed: 'stop' | 'start' } | null

/** 开关: every benefit, prize and the campaign, whether it gives, and who stopped it when and why. */
export default function Switches() {
  const { reading, reload } = useReading(listSwitches, {})
  const [asked, ask] = useState<Asked>(null)
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { switches, campaignTitle } = reading.data
  const parts: [string, Switch[]][] = [
    ['活动和抽奖', switches.filter(({ what }) => what === 'campaign' || what === 'prize-draw')],
    ['优惠', switches.filter(({ what }) => what !== 'campaign' && what !== 'prize-draw' && !what.startsWith('prize:'))],
    ['奖品', switches.filter(({ what }) => what.startsWith('prize:'))],
  ]
  return (
    <>
      <PageHeader
        title="开关"
        about={`${campaignTitle}：出了问题可以先停下来。下令后 10 秒生效，已经给的不收回，恢复后接着算；每一次都记着谁、何时、为什么。`}
      />
      {parts.map(([title, rows]) => (
        <Card key={title} title={title} inside="flush">
          <ul className="switches">
            {rows.map((one) => (
              <Row key={one.what} one={one} ask={ask} />
            ))}
          </ul>
        </Card>
      ))}
      <Confirm asked={asked} close={() => ask(null)} />
    </>
  )
}

function Row({ one, ask }: { one: Switch; ask: (asked: Asked) => void }) {
  const { role } = useMe()
  const { title, clause, state, stoppedWith, customersRead, stops } = one
  const running = state === 'on' || state === 'starting'
  const [latest] = stops
  return (
    <li className={`switches__row switches__row--${state}`}>
      <div className="switches__what">
        <b>{title}</b>
        {clause && <small>{clause}</small>}
      </div>
      <div className="switches__state">
        <StateTag state={states[state]} />
        {stoppedWith && <StateTag state={{ word: `随“${stoppedWith}”停止`, tone: 'bad' }} />}
        {!running && latest && (
          <p>
            <InstantText at={latest.fromAt} /> 起，{latest.stopped.by}：{latest.stopped.why}
            <br />
            客户看到：{customersRead}
          </p>
        )}
        {running && stops.length > 0 && <History stops={stops} />}
      </div>
      {role === 'admin' && (
        <Button danger={running} onClick={() => ask({ one, deed: running ? 'stop' : 'start' })}>
          {running ? '停止' : '恢复'}
        </Button>
      )}
    </li>
  )
}

function History({ stops }: Pick<Switch, 'stops'>) {
  return (
    <details className="switches__history">
      <summary>停过 {stops.length} 次</summary>
      {stops.map(({ fromAt, untilAt, stopped, started }) => (
        <p key={fromAt}>
          <InstantText at={fromAt} /> 至 <InstantText at={untilAt} />：{stopped.by}（{stopped.why}）
          {started && `，${started.by} 恢复（${started.why}）`}
        </p>
      ))}
    </details>
  )
}

function Confirm({ asked, close }: { asked: Asked; close: () => void }) {
  const stop = useActing(stopSwitch, [listSwitches])
  const start = useActing(startSwitch, [listSwitches])
  const [shown, show] = useState<Asked>(null)
  // The words stay while the dialog closes.
  if (asked && asked !== shown) show(asked)
  if (!shown) return null
  const { what, title, customersRead } = shown.one
  const stopping = shown.deed === 'stop'
  return (
    <ReasonDialog
      open={asked !== null}
      title={stopping ? `停止“${title}”` : `恢复“${title}”`}
      effect={
        stopping
          ? `10 秒后对所有客户生效，已经给的不收回。客户会看到：${customersRead}`
          : '10 秒后对所有客户生效。停止期间等着的优惠，几分钟内按条款补上。'
      }
      deed={stopping ? '停止' : '恢复'}
      usual={
        stopping ? ['合作方暂停供货', '发现异常，正在核查', '监管要求暂停'] : ['核查完毕，没有问题', '合作方恢复供货']
      }
      act={(why) => (stopping ? stop.act({ what, why }) : start.act({ what, why }))}
      done={close}
      cancel={close}
    />
  )
}
