import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CollectionView } from '@/cloud/prize-collection'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import './Submitted.scss'

interface SubmittedProps {
  view: CollectionView
  onChange: () => void
}

/** What was filled in, and what can still be done about it: change it, or fetch the prize. */
export function Submitted({ view, onChange }: SubmittedProps) {
  const { filled, benefitId, branches, stage } = view
  if (!filled) return null
  const branch = branches.find(({ branchCode }) => branchCode === filled.branchCode)
  const fetches = stage === 'verified' && filled.way === 'in-person'
  const facts: (readonly [string, string])[] = [
    ['姓名', filled.name],
    ...(filled.phone ? [['手机号', filled.phone] as const] : []),
    ...(filled.address ? [['地址', `${filled.region.join(' ')} ${filled.address}`] as const] : []),
    ...(branch ? [['领取网点', `${branch.name}，${branch.address}`] as const] : []),
    ...(filled.idMask ? [['身份证号码', filled.idMask] as const] : []),
  ]
  return (
    <Card title="领奖信息">
      <Facts facts={facts} />
      {(fetches || view.editable) && (
        <View className="submitted__actions">
          {fetches && (
            <PrimaryButton
              onClick={() =>
                Taro.navigateTo({
                  url: `/packages/shown-code/pages/index?prize=${encodeURIComponent(benefitId)}`,
                })
              }
            >
              出示领奖码
            </PrimaryButton>
          )}
          {view.editable && (
            <PrimaryButton tone="quiet" onClick={onChange}>
              修改
            </PrimaryButton>
          )}
        </View>
      )}
      {fetches && (
        <View className="submitted__note">
          <Notes sentences={['到网点后再打开领奖码，3 分钟内有效，请本人当面出示。']} />
        </View>
      )}
    </Card>
  )
}
