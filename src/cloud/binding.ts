import { bindPolicy, sendBindingCode, unbindPolicy } from '#contract/binding'
import type { InputOf } from '#contract/operation'
import { call } from './call'
import { problemsIn } from './problems'

type Binding = InputOf<typeof bindPolicy>
export type PhoneProof = Binding['phone']
export type HolderProof = Binding['proof']

/** A code by SMS. Asked once: a second message would cost the customer a wait. */
export const sendCode = (phone: string) => call(sendBindingCode, { phone })
export const sendCodeProblem = (phone: string): string | null => problemsIn(sendBindingCode, { phone }).phone ?? null

/** 绑定保单. Asked once: each attempt counts as a guess. */
export const bind = (phone: PhoneProof, proof: HolderProof) => call(bindPolicy, { phone, proof })
export const bindingProblems = (phone: PhoneProof, proof: HolderProof) => problemsIn(bindPolicy, { phone, proof })

export const unbind = () => call(unbindPolicy, {})
