import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { day, formatDay } from '#values/days'
import { fen, formatFen } from '#values/money'
import type { Quote, QuotedVehicle } from '@/cloud/quote'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Statement } from '@/components/Statement'
import { bookingAddress } from './booking-address'
import './QuoteResult.scss'

const yuan = (amount: number) => formatFen(fen(amount))

/** What it would cost, how that came about, and what else joining gives. Indicative only. */
export function QuoteResult({ quote, vehicle }: { quote: Quote; vehicle: QuotedVehicle }) {
  const { payableFen, commercialPremiumFen, discountFen, compulsoryPremiumFen, also } = quote
  return (
    <View>
      <Card title="试算结果" aside={<Text className="quote-result__mark">仅供参考</Text>}>
        <View className="quote-result__figure">
          <Text className="quote-result__label">商业险优惠后</Text>
          <Text className="quote-result__payable">{payableFen === null ? '待核实' : yuan(payableFen)}</Text>
          {discountFen !== null && discountFen > 0 && (
            <Text className="quote-result__saved">{`比原保费少 ${yuan(discountFen)}`}</Text>
          )}
          {payableFen === null && (
            <Text className="quote-result__saved">还不知道上年出险次数，由网点核实后给出保费。</Text>
          )}
        </View>
        <Facts
          facts={[
            ...(commercialPremiumFen === null ? [] : [['商业险原保费', yuan(commercialPremiumFen)] as const]),
            ['交强险（另计，不参与折扣）', yuan(compulsoryPremiumFen)],
          ]}
        />
        {quote.statement.length > 0 && <Statement lines={quote.statement} />}
        <View className="quote-result__notes">
          <Notes
            sentences={[
              '试算仅供参考，以出单时核心系统核定的保费为准。',
              `按${quote.tableName}计算，${formatDay(day(quote.tableFromOn), true)}起适用。`,
            ]}
          />
        </View>
        <PrimaryButton onClick={() => Taro.navigateTo({ url: bookingAddress(vehicle, payableFen) })}>
          预约投保
        </PrimaryButton>
      </Card>
      {also.length > 0 && (
        <Card title="投保还可获得" tone="benefit">
          {also.map(({ rule, title, figure, sentence, limits }) => (
            <View className="quote-result__also" key={rule}>
              <View className="quote-result__also-top">
                <Text className="quote-result__also-title">{title}</Text>
                <Text className="quote-result__also-figure">{figure}</Text>
              </View>
              <Text className="quote-result__also-sentence">{sentence}</Text>
              <Notes sentences={limits} />
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
