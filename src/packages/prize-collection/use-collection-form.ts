import { useEffect, useRef, useState } from 'react'
import { askToBeTold, type CollectionView, saveDraft, submissionProblems, submit } from '@/cloud/prize-collection'
import { isFlawless, type Problems } from '@/cloud/problems'
import { type FormValues, forgetDraft, keepDraftHere, recallDraft } from './local-draft'

/** How long nothing is typed before the cloud keeps the draft too. */
const QUIET_MS = 2_000

const valuesOf = (view: CollectionView): FormValues => ({
  way: view.filled?.way ?? view.ways[0]?.way ?? 'delivery',
  branchCode: view.filled?.branchCode ?? '',
  name: view.filled?.name ?? '',
  phone: view.filled?.phone ?? '',
  region: view.filled?.region ?? [],
  address: view.filled?.address ?? '',
})

/** The form: what is typed is kept on the phone at once and in the cloud soon after, checked at the field, and submitted. */
export function useCollectionForm(view: CollectionView, onSubmitted: () => void) {
  const { benefitId, stage } = view
  const [values, setValues] = useState<FormValues>(() => recallDraft(benefitId) ?? valuesOf(view))
  const [idNumber, setIdNumber] = useState('')
  const [consent, setConsent] = useState(false)
  const [identityConsent, setIdentityConsent] = useState(false)
  const [shown, setShown] = useState<Problems>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const version = useRef(view.version)
  const typed = useRef(false)
  // Two touches may come before the page is drawn again: each adds to what stands by then, not to what was drawn.
  const latest = useRef(values)

  useEffect(() => {
    // What was submitted is changed by submitting again: the cloud keeps no draft beside it.
    if (!typed.current || stage === 'submitted') return
    const timer = setTimeout(async () => {
      const result = await saveDraft({ ...values, benefitId, version: version.current })
      if (!result.ok) return
      version.current = result.data.version
      setSavedAt(result.data.savedAt)
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [values, benefitId, stage])

  const change = (part: Partial<FormValues>) => {
    typed.current = true
    latest.current = { ...latest.current, ...part }
    setValues(latest.current)
    keepDraftHere(benefitId, latest.current)
  }

  const asks = view.ways.find(({ way }) => way === values.way)?.asks ?? []
  const needsId = asks.includes('idNumber')
  const submission = () => {
    const { way, name, phone, region, address, branchCode } = latest.current
    return {
      benefitId,
      version: version.current,
      way,
      name,
      ...(asks.includes('phone') && { phone }),
      ...(asks.includes('region') && { region, address }),
      ...(asks.includes('branch') && { branchCode }),
      ...(needsId && idNumber !== '' && { idNumber }),
    }
  }

  const problemsNow = (): Problems => ({
    ...submissionProblems({ ...submission(), consent, ...(needsId && identityConsent && { identityConsent }) }),
    ...(needsId && idNumber === '' && !view.filled?.idMask && { idNumber: '请填写本人 18 位身份证号码' }),
    ...(needsId && !identityConsent && { identityConsent: '请先单独同意使用证件号' }),
  })

  const send = async () => {
    const problems = problemsNow()
    setShown(problems)
    setFailure(null)
    if (!isFlawless(problems)) return
    // On the tap itself: WeChat asks at no other time.
    const asking = askToBeTold(view.templates)
    setBusy(true)
    const checked = { ...submission(), consent: true as const, ...(needsId && { identityConsent: true as const }) }
    const result = await submit(checked as Parameters<typeof submit>[0])
    await asking
    setBusy(false)
    if (!result.ok) return setFailure(result.message)
    forgetDraft(benefitId)
    onSubmitted()
  }

  return {
    ...{ values, change, asks, shown, failure, busy, savedAt, send },
    ...{ idNumber, setIdNumber, consent, setConsent, identityConsent, setIdentityConsent },
  }
}
