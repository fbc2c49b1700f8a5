import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { day, formatDay } from '#values/days'
import type { Receipt } from '@/cloud/fairness'
import { copyText } from '@/cloud/platform'
import { accessible } from '@/components/accessible'
import { CopyButton } from '@/components/CopyButton'
import { Mark } from '@/components/illustrations/Mark'
import { SealDrawing } from '@/components/illustrations/scenes'
import { stepWords, termsWords, verdictWords } from './check-words'
import type { CheckStep, ReceiptCheck } from './receipt-check/check-receipt'
import './CheckResult.scss'

interface CheckResultProps {
  receipt: Receipt
  check: ReceiptCheck
  /** The version of the terms that is in force. */
  versionNow: number
  /** The receipt with what is public about it, for a checker elsewhere. */
  proof: string
}

/** The finding on one receipt, and each step that led to it. */
export function CheckResult({ receipt, check, versionNow, proof }: CheckResultProps) {
  const verdict = verdictWords(check)
  return (
    <View className={`check-result check-result--${verdict.mark}`} {...accessible({ role: 'status', live: true })}>
      <View className="check-result__verdict">
        {verdict.mark === 'tick' ? <SealDrawing size={56} /> : <Mark name={verdict.mark} size={40} />}
        <View className="check-result__words">
          <Text className="check-result__title">{verdict.title}</Text>
          <Text className="check-result__sentence">
            {`${formatDay(day(receipt.on))}第 ${receipt.ordinal} 次：${verdict.sentence}`}
          </Text>
          {'steps' in check && (
            <Text className="check-result__sentence">{termsWords(check.termsVersion, versionNow)}</Text>
          )}
        </View>
      </View>
      {'steps' in check && (
        <>
          {check.steps.map((step, index) => (
            <Step key={step.name} step={step} order={index} />
          ))}
          <View className="check-result__proof">
            <CopyButton text="复制验证材料" onCopy={() => copyText(proof)} />
            <Text className="check-result__sentence">可交给他人，用公开的 verify-draw 工具离线复核。</Text>
          </View>
        </>
      )}
    </View>
  )
}

/** Steps appear one after the other, as they would be worked out by hand. */
const APART_MS = 220

function Step({ step, order }: { step: CheckStep; order: number }) {
  const [open, setOpen] = useState(!step.passed)
  const { title, sentence, values } = stepWords(step)
  return (
    <View className="check-result__step" style={{ animationDelay: `${order * APART_MS}ms` }}>
      <View className={`check-result__mark check-result__mark--${step.passed ? 'good' : 'bad'}`}>
        <Mark name={step.passed ? 'tick' : 'cross'} size={22} />
      </View>
      <View className="check-result__words">
        <Text className="check-result__name">{`${order + 1}. ${title}`}</Text>
        <Text className="check-result__sentence">{sentence}</Text>
        {values.length > 0 && (
          <View
            className="check-result__more"
            onClick={() => setOpen(!open)}
            {...accessible({ role: 'button', label: `${title}的计算过程，${open ? '收起' : '展开'}` })}
            aria-expanded={open}
          >
            <Text>{open ? '收起计算' : '看计算'}</Text>
          </View>
        )}
        {open &&
          values.map(({ label, value }) => (
            <View className="check-result__value" key={label}>
              <Text className="check-result__label">{label}</Text>
              <Text className="check-result__code" selectable userSelect>
                {value}
              </Text>
            </View>
          ))}
      </View>
    </View>
  )
}
