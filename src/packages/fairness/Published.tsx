import { Text, View } from '@tarojs/components'
import { day, formatDay, formatInstant } from '#values/days'
import { formatPpm, ppm } from '#values/money'
import type { Fairness } from '@/cloud/fairness'
import { copyText } from '@/cloud/platform'
import { ticketDigits } from '@/cloud/receipt-text'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { Mark } from '@/components/illustrations/Mark'
import { Paged } from '@/components/Paged'
import { termsInForce } from './facts'
import { losingTickets, sharesOf } from './receipt-check/shares'
import './Published.scss'

const DAYS_AT_ONCE = 5

/** All that is public: the commitment, the tickets of each prize, and the seeds of the days that are over. */
export function Published({ fairness }: { fairness: Fairness }) {
  const { campaign, commitment, odds, stops, days } = fairness
  const terms = termsInForce(fairness)
  const latestFirst = [...days].sort((a, b) => b.dayNumber - a.dayNumber)
  const nothing = losingTickets(odds)
  return (
    <>
      <Card title="承诺" note="活动开始前公布，此后不变。">
        <Text className="published__code" selectable userSelect>
          {commitment}
        </Text>
        <CopyButton text="复制承诺" onCopy={() => copyText(commitment)} />
      </Card>
      <Card title="号码与奖品" note="号码从 000,000 到 999,999，每个号码机会相同。">
        {sharesOf(odds).map(({ prizeId, name, oddsPpm, from, until }) => (
          <Range key={prizeId} name={name} share={oddsPpm} from={from} until={until} />
        ))}
        {nothing.oddsPpm > 0 && (
          <Range name="不中奖" share={nothing.oddsPpm} from={nothing.from} until={nothing.until} />
        )}
      </Card>
      <Card title="每天的种子" note={`当天结束后公布。活动首日 ${formatDay(day(campaign.startsOn), true)}是第 1 天。`}>
        {latestFirst.length === 0 && <Text className="published__none">活动还没有开始，首日的种子在次日公布。</Text>}
        <Paged id="seeds" items={latestFirst} size={DAYS_AT_ONCE} unit="天">
          {(shown) => shown.map((one) => <SeedOfDay key={one.on} {...one} />)}
        </Paged>
      </Card>
      {terms.length > 1 && (
        <Card title="条款版本" note="活动中改过条款。每次抽奖按当时生效的一版核对。">
          {terms.map(({ termsVersion, termsHash }) => (
            <View className="published__range" key={termsVersion}>
              <Text>{`第 ${termsVersion} 版`}</Text>
              <Text className="published__code" selectable userSelect>
                {termsHash}
              </Text>
            </View>
          ))}
        </Card>
      )}
      {stops.length > 0 && (
        <Card title="暂停记录" note="暂停期间不开奖，或不发这种奖品。验证时一并核对。">
          {stops.map((stop) => (
            <View className="published__range" key={`${stop.what} ${stop.fromAt}`}>
              <Text>{stoppedWords(stop.what, odds)}</Text>
              <Text className="published__tickets">{timesWords(stop)}</Text>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}

function stoppedWords(what: string, odds: Fairness['odds']): string {
  if (what === 'campaign') return '整个活动'
  if (what === 'prize-draw') return '抽奖'
  return odds.find(({ prizeId }) => what === `prize:${prizeId}`)?.name ?? '一种奖品'
}

const timesWords = ({ fromAt, untilAt }: Fairness['stops'][number]): string =>
  `${formatInstant(fromAt, true)} 起，${untilAt === null ? '尚未恢复' : `${formatInstant(untilAt, true)} 恢复`}`

function SeedOfDay({ on, dayNumber, seed }: Fairness['days'][number]) {
  return (
    <View className="published__day">
      <View className="published__on">
        <Text>{`${formatDay(day(on))} · 第 ${dayNumber} 天`}</Text>
        {seed ? (
          <CopyButton onCopy={() => copyText(seed)} />
        ) : (
          <View className="published__locked">
            <Mark name="lock" size={18} />
            <Text>未公布</Text>
          </View>
        )}
      </View>
      {seed && (
        <Text className="published__code" selectable userSelect>
          {seed}
        </Text>
      )}
    </View>
  )
}

function Range({ name, share, from, until }: { name: string; share: number; from: number; until: number }) {
  return (
    <View className="published__range">
      <View className="published__prize">
        <Text>{name}</Text>
        <Text className="published__odds">{formatPpm(ppm(share))}</Text>
      </View>
      <Text className="published__tickets">{`${ticketDigits(from)} 至 ${ticketDigits(until - 1)}`}</Text>
    </View>
  )
}
