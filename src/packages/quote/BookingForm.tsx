import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { fen, formatFen } from '#values/money'
import { vehicleText } from '#values/vehicle-words'
import { type Booked, type Booking, type Branch, book, bookingProblems, newBookingKey } from '@/cloud/leads'
import { isFlawless, type Problems } from '@/cloud/problems'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Consent } from '@/components/Consent'
import { PhoneField } from '@/components/PhoneField'
import { PrimaryButton } from '@/components/PrimaryButton'
import { TextField } from '@/components/TextField'
import { BranchChoice } from './BranchChoice'
import './BookingForm.scss'

interface BookingFormProps {
  kind: 'apply' | 'renew'
  branches: readonly Branch[]
  quoted: NonNullable<Booking['quoted']> | null
  /** As it was typed for the quote; empty where it was not. */
  plate: string
  vehicleId: string | null
  onBooked: (booked: Booked) => void
}

/** Which branch, whom to call, and the consent to be called. */
export function BookingForm({ kind, branches, quoted, plate, vehicleId, onBooked }: BookingFormProps) {
  const [branchCode, setBranchCode] = useState(branches.length === 1 ? (branches[0]?.branchCode ?? '') : '')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [consent, setConsent] = useState(false)
  const [shown, setShown] = useState<Problems>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useBookingKey()

  const send = async () => {
    const booking = {
      requestKey: await key(),
      kind,
      branchCode,
      name,
      phone,
      ...(vehicleId !== null && kind === 'renew' && { vehicleId }),
      ...(quoted !== null && { quoted }),
      ...(plate !== '' && { plate }),
    }
    const problems = {
      ...(branchCode === '' && { branchCode: '请选择网点' }),
      ...bookingProblems({ ...booking, consent }),
    }
    setShown(problems)
    setFailure(null)
    if (!isFlawless(problems)) return
    setBusy(true)
    const result = await book({ ...booking, consent: true })
    setBusy(false)
    if (result.ok) onBooked(result.data)
    else setFailure(result.message)
  }

  return (
    <View>
      {quoted && (
        <Card title="您试算的车辆" tone="benefit">
          <Text className="booking-form__quoted">{[vehicleText(quoted), plate].filter(Boolean).join(' · ')}</Text>
          <Text className="booking-form__payable">
            {quoted.payableFen === null ? '保费由网点核实后告知' : `商业险试算 ${formatFen(fen(quoted.payableFen))}`}
          </Text>
        </Card>
      )}
      <BranchChoice branches={branches} value={branchCode} onChange={setBranchCode} error={shown.branchCode} />
      <Card title="联系方式">
        <TextField
          label="称呼"
          value={name}
          onChange={setName}
          maxLength={20}
          placeholder="例如：林女士"
          error={shown.name}
        />
        <PhoneField value={phone} onChange={setPhone} error={shown.phone} />
        <Consent
          text={`同意所选网点就本次预约与我电话联系。我的${plate === '' ? '称呼和手机号' : '称呼、手机号和车牌号'}只用于这次预约。`}
          given={consent}
          onChange={setConsent}
          error={shown.consent}
        />
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="booking-form__action">
          <PrimaryButton disabled={busy} onClick={send}>
            {busy ? '正在提交' : '提交预约'}
          </PrimaryButton>
        </View>
      </Card>
    </View>
  )
}

/** One key for the whole form: pressed twice, or sent again after a lost answer, it is one booking. */
function useBookingKey(): () => Promise<string> {
  const key = useRef<Promise<string> | null>(null)
  useEffect(() => {
    key.current ??= newBookingKey()
  }, [])
  return () => {
    key.current ??= newBookingKey()
    return key.current
  }
}
