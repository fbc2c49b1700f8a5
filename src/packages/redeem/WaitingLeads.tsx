import { Text, View } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import type { WaitingLeads as Leads, WaitingLead } from '@/cloud/lead-desk'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { StaleMark } from '@/components/StaleMark'
import { StateWord } from '@/components/StateWord'
import './WaitingLeads.scss'

interface WaitingLeadsProps {
  leads: Leads
  stale: boolean
  onCall: (lead: WaitingLead) => void
}

/** The bookings that wait for a call, the earliest promised day first. */
export function WaitingLeads({ leads: { items, next }, stale, onCall }: WaitingLeadsProps) {
  return (
    <Card title="待联系的预约" note={noteOf(items.length, next !== null)} aside={<StaleMark stale={stale} />}>
      {items.map((lead) => (
        <View className="waiting-leads__one" key={lead.leadId}>
          <View className="waiting-leads__words">
            <Text className="waiting-leads__who">{`${lead.name} · ${lead.kind === 'renew' ? '续保' : '投保'}`}</Text>
            <Text className="waiting-leads__aside">
              {[lead.phone, `最晚 ${formatDay(day(lead.callsUntilOn))}`, triesText(lead.calls.length)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {lead.overdue && <StateWord state={{ word: '逾期', mark: 'clock', tone: 'bad' }} />}
          </View>
          <FieldAction text="联系" label={`联系${lead.name}`} onClick={() => onCall(lead)} />
        </View>
      ))}
    </Card>
  )
}

function noteOf(count: number, more: boolean): string {
  if (count === 0) return '没有等着联系的预约。'
  return more ? `先到期的 ${count} 位` : `共 ${count} 位，先到期的在前`
}

const triesText = (tries: number): string => (tries === 0 ? '' : `${tries} 次没有接通`)
