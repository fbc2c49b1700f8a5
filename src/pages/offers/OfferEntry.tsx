import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { day, formatDay } from '#values/days'
import { fen, formatFen } from '#values/money'
import type { Offer } from '@/cloud/offers'
import { FieldAction } from '@/components/FieldAction'
import { Statement } from '@/components/Statement'
import { StateWord } from '@/components/StateWord'
import { Unfold } from '@/components/Unfold'
import { OfferMark } from './OfferMark'
import { isHeld, showOfferState } from './offer-state'
import { TellWhenReady } from './TellWhenReady'
import './OfferEntry.scss'

/** One benefit of a policy: what, how much, its state, by when, and on request how the amount came about. */
export function OfferEntry({ offer }: { offer: Offer }) {
  const { rule, title, next, statement } = offer
  const { kind } = offer.state
  return (
    <View className={`offer-entry offer-entry--${kind === 'given' && !isHeld(offer) ? 'gone' : kind}`}>
      <View className="offer-entry__top">
        <OfferMark rule={rule} quiet={kind === 'not-given' || kind === 'to-verify' || kind === 'stopped'} />
        <View className="offer-entry__words">
          <Text className="offer-entry__title">{title}</Text>
          <StateWord state={showOfferState(offer)} />
        </View>
        <View className="offer-entry__worth">
          <Text className="offer-entry__amount">{amountOf(offer)}</Text>
          <Text className="offer-entry__form">{formWords[offer.form]}</Text>
        </View>
      </View>
      {sentencesOf(offer).map((sentence) => (
        <Text className="offer-entry__sentence" key={sentence}>
          {sentence}
        </Text>
      ))}
      {next !== '' && <Text className="offer-entry__sentence">{next}</Text>}
      <TellWhenReady messages={offer.messages} />
      {isToCollect(offer) && (
        <FieldAction
          text="出示我的身份码"
          onClick={() => Taro.navigateTo({ url: '/packages/shown-code/pages/index' })}
        />
      )}
      {statement.length > 0 && (
        <Unfold what="明细" of={title}>
          <Statement lines={statement} />
        </Unfold>
      )}
    </View>
  )
}

const formWords: Record<Offer['form'], string> = {
  discount: '当期减免',
  'set-off': '抵下年保费',
  cash: '现金返还',
  gift: '礼品',
  service: '服务',
}

/** Approved: handed over at the branch to whoever shows who they are. */
const isToCollect = ({ form, state }: Offer): boolean =>
  form === 'gift' && state.kind === 'given' && state.status === 'approved'

function amountOf({ amountFen, giftName, state, form }: Offer): string {
  if (state.kind === 'to-verify') return '待核实'
  if (state.kind === 'stopped' || state.kind === 'not-given') return '–'
  if (giftName !== null) return giftName
  if (amountFen === null) return '–'
  return form === 'service' ? `值 ${formatFen(fen(amountFen))}` : formatFen(fen(amountFen))
}

const isStillOwed = (state: Offer['state']): boolean =>
  state.kind !== 'given' || state.status === 'pending' || state.status === 'approved'

/** Why there is no figure, and the days that the terms promise. */
function sentencesOf({ state, dueOn, expiresOn, form }: Offer): string[] {
  if (state.kind === 'not-given') return [state.reason]
  if (state.kind === 'to-verify') return [`还缺：${state.missing}`]
  const days: string[] = []
  if (dueOn !== null && isStillOwed(state)) {
    days.push(`最晚 ${formatDay(day(dueOn), true)}（含当日）${form === 'cash' ? '到账' : '可领取'}`)
  }
  if (expiresOn !== null) days.push(`有效期至 ${formatDay(day(expiresOn), true)}（含当日）`)
  return days.length > 0 ? [days.join('，')] : []
}
