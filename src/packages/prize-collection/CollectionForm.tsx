import { Text, View } from '@tarojs/components'
import { formatInstant } from '#values/days'
import { chooseAddress, hasAddressBook } from '@/cloud/platform'
import type { CollectionView, CollectionWay } from '@/cloud/prize-collection'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { Consent } from '@/components/Consent'
import { FieldAction } from '@/components/FieldAction'
import { Notes } from '@/components/Notes'
import { PhoneField } from '@/components/PhoneField'
import { PrimaryButton } from '@/components/PrimaryButton'
import { RegionField } from '@/components/RegionField'
import { TextField } from '@/components/TextField'
import { useCollectionForm } from './use-collection-form'
import './CollectionForm.scss'

const wayWords: Readonly<Record<CollectionWay, string>> = {
  delivery: '快递到家',
  'in-person': '到网点领取',
  code: '电子券',
}

interface CollectionFormProps {
  view: CollectionView
  onSubmitted: () => void
}

/** Only what this prize needs; kept as it is typed; each mistake at its field. */
export function CollectionForm({ view, onSubmitted }: CollectionFormProps) {
  const form = useCollectionForm(view, onSubmitted)
  const { values, change, asks, shown } = form
  const has = (field: (typeof asks)[number]) => asks.includes(field)
  const fromBook = async () => {
    const chosen = await chooseAddress()
    if (chosen) change(chosen)
  }
  // There from the beginning: a line that comes later would move the form under the finger.
  const draft = form.savedAt === null ? '填写的内容自动存为草稿' : `草稿已保存 ${formatInstant(form.savedAt).slice(-5)}`

  return (
    <View>
      <Card
        title="领奖信息"
        {...(view.stage !== 'submitted' && { note: draft })}
        aside={has('address') && hasAddressBook && <FieldAction text="用微信地址" onClick={fromBook} />}
      >
        {view.ways.length > 1 && (
          <Choices
            label="领取方式"
            choices={view.ways.map(({ way }) => ({ value: way, text: wayWords[way] }))}
            value={values.way}
            onChange={(way) => change({ way })}
          />
        )}
        {has('name') && (
          <TextField
            label={has('idNumber') ? '姓名（与证件一致）' : '姓名'}
            value={values.name}
            onChange={(name) => change({ name })}
            maxLength={20}
            placeholder="领奖人的真实姓名"
            error={shown.name}
          />
        )}
        {has('phone') && (
          <PhoneField value={values.phone} onChange={(phone) => change({ phone })} error={shown.phone} />
        )}
        {has('region') && (
          <RegionField value={values.region} onChange={(region) => change({ region })} error={shown.region} />
        )}
        {has('address') && (
          <TextField
            label="详细地址"
            value={values.address}
            onChange={(address) => change({ address })}
            maxLength={80}
            placeholder="街道、门牌号、楼栋房号"
            error={shown.address}
          />
        )}
        {has('branch') && (
          <Choices
            label="领取网点"
            choices={view.branches.map(({ branchCode, name }) => ({ value: branchCode, text: name }))}
            value={values.branchCode === '' ? null : values.branchCode}
            onChange={(branchCode) => change({ branchCode })}
            hint={view.branches.find(({ branchCode }) => branchCode === values.branchCode)?.address ?? ''}
            error={shown.branchCode}
          />
        )}
        {has('idNumber') && (
          <TextField
            label="身份证号码"
            value={form.idNumber}
            onChange={form.setIdNumber}
            keyboard="idcard"
            maxLength={18}
            placeholder={view.filled?.idMask ?? '18 位，中奖人本人'}
            hint={view.filled?.idMask ? '已登记，不修改就不用再填。' : '只用于代扣代缴个人所得税。'}
            error={shown.idNumber}
          />
        )}
      </Card>
      <Card title="同意">
        <Notes sentences={view.consent.recipient} />
        <Consent
          text="我已阅读以上内容，同意使用我的领奖信息。"
          given={form.consent}
          onChange={form.setConsent}
          error={shown.consent}
        />
        {has('idNumber') && (
          <View className="collection-form__identity">
            <Text className="collection-form__apart">单独同意：证件号</Text>
            <Notes sentences={view.consent.identity} />
            <Consent
              text="我单独同意使用我的证件号。"
              given={form.identityConsent}
              onChange={form.setIdentityConsent}
              error={shown.identityConsent}
            />
          </View>
        )}
        <View>{form.failure !== null && <Banner tone="bad" text={form.failure} />}</View>
        <View className="collection-form__action">
          <PrimaryButton disabled={form.busy} onClick={form.send}>
            {form.busy ? '正在提交' : view.stage === 'submitted' ? '保存修改' : '提交领奖信息'}
          </PrimaryButton>
        </View>
      </Card>
    </View>
  )
}
