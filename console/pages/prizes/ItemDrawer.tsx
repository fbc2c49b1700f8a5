import { Alert, Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#contract/operation'
import { undoHandOver } from '#contract/prize-counter'
import { revealCollection, sendBackCollection } from '#contract/prize-details'
import { listPrizeItems, type PrizeItem, readPrizeOverview } from '#contract/prize-lists'
import { sendPrize } from '#contract/prize-sending'
import { decideReviews } from '#contract/review'
import { type Carrier, carriers } from '#values/carriers'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import { ReasonDialog } from '../../components/ReasonDialog'
import { StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'
import { stages, wayNames } from './words'

const changed = [listPrizeItems, readPrizeOverview]
type Deed = 'send-back' | 'undo' | 'recipient' | 'id-number'

interface ItemDrawerProps {
  item: PrizeItem | null
  close: () => void
}

/** One prize: masked details, and what this person may do about it now. */
export function ItemDrawer({ item, close }: ItemDrawerProps) {
  return (
    <Drawer open={item !== null} title={item?.prizeName} onClose={close} size={480} destroyOnHidden>
      {item && <Item item={item} close={close} />}
    </Drawer>
  )
}

function Item({ item, close }: { item: PrizeItem; close: () => void }) {
  const { role } = useMe()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [clear, setClear] = useState<{ label: string; value: string }[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const review = useActing(decideReviews, changed)
  const back = useActing(sendBackCollection, changed)
  const undo = useActing(undoHandOver, changed)
  const reveal = useActing(revealCollection)
  const { benefitId, version, stage, way, name, phone, region, branchName, hasIdNumber, handedOver } = item
  const facts: [string, string | null][] = [
    ['奖品单号', benefitId],
    ['领取方式', way && wayNames[way]],
    ['领取网点', branchName],
    ['姓名', name],
    ['手机号', phone],
    ['省市区', region],
    ['证件号', hasIdNumber ? '已登记' : null],
    ['曾退回', item.returnedWhy],
    ['最迟', item.dueOn],
    ['发放', handedOver?.how ?? null],
  ]
  const approve = async () => {
    const input = {
      items: [{ benefitId, version }],
      verdict: 'approve',
      reason: '领奖信息核实无误',
      requestKey: newRequestKey(),
    }
    const result = await review.act(input as InputOf<typeof decideReviews>)
    if (!result.ok) return setFailure(result.message)
    if (result.data.outcomes[0]?.outcome !== 'done') return setFailure('刚刚有变化，请刷新后再看。')
    close()
  }
  const reviews = role === 'reviewer' && stage === 'submitted'
  const opens = (role === 'reviewer' || role === 'admin') && name !== null
  const act = async (why: string) => {
    if (deed === 'send-back') return back.act({ benefitId, version, why })
    if (deed === 'undo') return undo.act({ benefitId, why })
    const result = await reveal.act({ benefitId, what: deed === 'id-number' ? 'id-number' : 'recipient', why })
    if (result.ok) setClear(result.data.lines)
    return result
  }
  return (
    <div className="prizes__item">
      <StateTag state={stages[stage]} />
      <dl className="prizes__facts">
        {[...facts, ...clear.map(({ label, value }): [string, string] => [`${label}（完整）`, value])].map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {failure && <Alert type="error" showIcon title={failure} role="alert" />}
      {stage === 'verified' && way === 'delivery' && role !== 'analyst' && (
        <SendForm benefitId={benefitId} done={close} />
      )}
      <div className="prizes__actions">
        {reviews && (
          <Button type="primary" loading={review.acting} onClick={() => void approve()}>
            核实通过
          </Button>
        )}
        {reviews && <Button onClick={() => setDeed('send-back')}>退回改正</Button>}
        {opens && <Button onClick={() => setDeed('recipient')}>查看收件人</Button>}
        {opens && hasIdNumber && <Button onClick={() => setDeed('id-number')}>查看证件号</Button>}
        {handedOver?.undoable && role !== 'analyst' && (
          <Button danger onClick={() => setDeed('undo')}>
            撤回发放
          </Button>
        )}
      </div>
      <ReasonDialog
        open={deed !== null}
        {...dialogs[deed ?? 'send-back']}
        act={act}
        done={() => {
          const closes = deed === 'send-back' || deed === 'undo'
          setDeed(null)
          if (closes) close()
        }}
        cancel={() => setDeed(null)}
      />
    </div>
  )
}

const dialogs: Readonly<Record<Deed, { title: string; effect: string; deed: string; usual: string[] }>> = {
  'send-back': {
    title: '退回领奖信息',
    effect: '客户会收到原因，改正后重新提交；核实期限从重新提交起算。',
    deed: '退回',
    usual: ['门牌号不完整', '姓名与证件不一致', '手机号打不通'],
  },
  undo: {
    title: '撤回发放',
    effect: '这件奖品回到待发放，原来登记的单号作废。',
    deed: '撤回',
    usual: ['单号登记错了', '发错了人'],
  },
  recipient: {
    title: '查看完整的收件人',
    effect: '这次查看会被记录，客户在“我的信息”里看得到。',
    deed: '查看',
    usual: ['核实地址', '联系客户'],
  },
  'id-number': {
    title: '查看完整的证件号',
    effect: '这次查看会被记录，客户在“我的信息”里看得到。',
    deed: '查看',
    usual: ['代扣代缴申报'],
  },
}

function SendForm({ benefitId, done }: { benefitId: string; done: () => void }) {
  const { act, acting } = useActing(sendPrize, changed)
  const [carrier, setCarrier] = useState<Carrier>('sf')
  const [trackingNumber, setTrackingNumber] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    const result = await act({ benefitId, carrier, trackingNumber })
    if (result.ok) return done()
    setProblem(result.problems.trackingNumber ?? result.message)
  }
  return (
    <div className="prizes__send">
      <Select
        aria-label="承运商"
        value={carrier}
        onChange={setCarrier}
        options={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
      />
      <Input
        aria-label="快递单号"
        placeholder="快递单号"
        value={trackingNumber}
        onChange={({ target }) => setTrackingNumber(target.value)}
      />
      <Button type="primary" loading={acting} onClick={() => void send()}>
        登记寄出
      </Button>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
    </div>
  )
}
