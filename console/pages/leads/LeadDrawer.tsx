import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { type LeadItem, revealLead } from '#contract/lead-desk'
import type { OutputOf } from '#contract/operation'
import { callOutcomes } from '#values/call-outcomes'
import { vehicleText } from '#values/vehicle-words'
import { useActing } from '../../cloud/use-acting'
import { DayText, DueText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { ReasonDialog } from '../../components/ReasonDialog'
import { StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'
import { EntryFacts } from '../LedgerEntry'
import { NoteCall } from './NoteCall'
import { kinds, outcomeTones } from './words'
import './leads.css'

interface LeadDrawerProps {
  lead: LeadItem | null
  now: number
  close: () => void
}

/** One booking beside the list: what it is about, whom to call, and what came of the calls. */
export function LeadDrawer({ lead, now, close }: LeadDrawerProps) {
  return (
    <Drawer open={lead !== null} onClose={close} size={520} title={lead && kinds[lead.kind]} destroyOnHidden>
      {lead && <Booking lead={lead} now={now} close={close} />}
    </Drawer>
  )
}

function Booking({ lead, now, close }: { lead: LeadItem; now: number; close: () => void }) {
  const { role } = useMe()
  const [asking, ask] = useState(false)
  const [clear, setClear] = useState<OutputOf<typeof revealLead> | null>(null)
  const reveal = useActing(revealLead)
  const { leadId, name, phone, plate, quoted, state, callsUntilOn, calls } = lead
  const mayCall = role !== 'analyst'
  const facts = [
    { label: '称呼', value: clear?.name ?? name },
    { label: '手机号', value: clear?.phone ?? phone },
    { label: '车牌', value: clear?.plate ?? plate ?? '没有填写' },
    { label: '试算的车辆', value: quoted ? vehicleText(quoted) : '—' },
    { label: '商业险试算', value: quoted ? <MoneyText of={quoted.payableFen} /> : '—' },
    { label: '网点', value: lead.branchName },
    { label: '渠道', value: lead.channelName ?? '—' },
    { label: '预约时间', value: <InstantText at={lead.bookedAt} /> },
    {
      label: '最晚联系',
      value: state === 'open' ? <DueText on={callsUntilOn} now={now} /> : <DayText on={callsUntilOn} />,
    },
  ]
  return (
    <div className="leads__one">
      <EntryFacts facts={facts} />
      {mayCall && clear === null && <Button onClick={() => ask(true)}>查看称呼和手机号</Button>}
      <h3>联系经过</h3>
      {calls.length === 0 ? (
        <p className="leads__none">还没有联系。</p>
      ) : (
        <ol className="leads__calls">
          {calls.map(({ at, by, outcome, note }) => (
            <li key={at}>
              <StateTag state={{ word: callOutcomes[outcome], tone: outcomeTones[outcome] }} />
              <span>
                <InstantText at={at} /> · {by}
                {note && <small>{note}</small>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {mayCall && state === 'open' && <NoteCall leadId={leadId} done={close} />}
      <ReasonDialog
        open={asking}
        title="查看称呼和手机号"
        effect="这次查看会被记录，客户在“我的信息”里看得到。"
        deed="查看"
        usual={['按预约致电客户', '核对联系记录']}
        act={async (why) => {
          const result = await reveal.act({ leadId, why })
          if (result.ok) setClear(result.data)
          return result
        }}
        done={() => ask(false)}
        cancel={() => ask(false)}
      />
    </div>
  )
}
