import * as v from 'valibot'
import { phoneProofSchema } from './binding'
import { campaignHeadSchema } from './campaign'
import { receivedInvitationSchema } from './invitation'
import { statementLineSchema } from './offers'
import { operation } from './operation'
import { benefitStatusSchema } from './prizes'
import { benefitIdSchema, channelSchema, countSchema, daySchema, fenSchema, instantSchema } from './scalars'

/** What a link or a 小程序码 carries (`r=` and this: 18 of 32 characters). It stands for the referrer and the channel, and says neither. */
export const referralCodeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{16}$/, '邀请编号不正确'))
export const rewardFormSchema = v.picklist(['cash', 'gift'])

/** Why an invitation cannot be opened or accepted, each with its own sentence. */
const invitationRefusals = [
  'campaign-not-published',
  'not-signed-in',
  'campaign-stopped',
  'offer-stopped',
  'offer-not-enabled',
  'campaign-not-started',
  'campaign-over',
  'referrer-may-not',
  'referrer-has-all',
  'invitation-own',
  'invitation-same-person',
  'invitation-same-phone',
  'invitation-same-vehicle',
  'invitation-same-bank-account',
  'invitee-is-customer',
  'invitee-already-invited',
  'busy',
] as const

/** As the referrer sees it. `issued` has its reward. */
export const invitationStateSchema = v.picklist(['opened', 'accepted', 'issued', 'not-counted', 'expired', 'replaced'])

/** One that the referrer gave away and somebody opened. Who it was is masked. */
export const sentInvitationSchema = v.object({
  invitationId: v.string(),
  who: v.string(),
  openedAt: instantSchema,
  /** Last day on which it counts. */
  validUntilOn: daySchema,
  state: invitationStateSchema,
  /** One sentence: why, or what comes next. */
  next: v.string(),
})
export type SentInvitation = v.InferOutput<typeof sentInvitationSchema>

/** A reward with its due day (§5.3). */
export const referralRewardSchema = v.object({
  benefitId: v.string(),
  who: v.string(),
  state: v.variant('kind', [
    v.object({ kind: v.literal('not-given'), reason: v.string() }),
    v.object({ kind: v.literal('given'), status: benefitStatusSchema, since: instantSchema }),
  ]),
  form: rewardFormSchema,
  giftName: v.nullable(v.string()),
  amountFen: v.nullable(fenSchema),
  /** Last day by which it is given; null where nothing is promised. */
  dueOn: v.nullable(daySchema),
  next: v.string(),
  /** Whether cash or gift may still be chosen. */
  choosable: v.boolean(),
  /** Of the entry; a choice names the one it saw. */
  version: countSchema,
  statement: v.array(statementLineSchema),
})
export type ReferralReward = v.InferOutput<typeof referralRewardSchema>

/** 推荐有礼 in one call. A customer who may refer has a code; one who may not reads what would change it. */
export const openReferral = operation({
  name: 'referral.mine',
  input: v.strictObject({ channel: v.optional(channelSchema) }),
  output: v.object({
    campaign: campaignHeadSchema,
    now: instantSchema,
    /** 100 元现金: the figure of the head. */
    reward: v.string(),
    /** 9.8 折. */
    inviteeDiscount: v.string(),
    rules: v.array(v.string()),
    standing: v.variant('kind', [
      v.object({ kind: v.literal('may'), code: referralCodeSchema, shareTitle: v.string() }),
      v.object({
        kind: v.literal('may-not'),
        why: v.picklist(['not-bound', 'no-policy-in-force', 'not-started', 'over']),
        advice: v.string(),
      }),
    ]),
    invitations: v.array(sentInvitationSchema),
    rewards: v.array(referralRewardSchema),
    /** True while a reward in cash waits for an account. */
    needsBankAccount: v.boolean(),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'offer-not-enabled', 'busy'],
})

/** The poster with the referrer's own 小程序码. */
export const makeReferralPoster = operation({
  name: 'referral.poster',
  input: v.strictObject({ channel: v.optional(channelSchema) }),
  output: v.object({ codeUrl: v.string(), title: v.string(), lines: v.array(v.string()) }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'offer-not-enabled',
    'campaign-not-started',
    'campaign-over',
    'referrer-may-not',
    'busy',
    'unavailable',
  ],
})

/** Opens somebody's invitation. The same one again answers the same. */
export const openInvitation = operation({
  name: 'referral.open',
  input: v.strictObject({ code: referralCodeSchema }),
  output: v.object({ campaign: campaignHeadSchema, invitation: receivedInvitationSchema }),
  refusals: [...invitationRefusals, 'invitation-unknown', 'too-many-invitations', 'too-many-tries'],
})

/** Proves the phone that the policy will be taken out with: only then does the invitation count. */
export const acceptInvitation = operation({
  name: 'referral.accept',
  input: v.strictObject({ phone: phoneProofSchema }),
  output: v.object({ invitation: receivedInvitationSchema }),
  refusals: [...invitationRefusals, 'invitation-expired', 'phone-code-invalid'],
})

/** Cash or the gift of that value, until the reward is reviewed. The same choice again answers the same. */
export const chooseReward = operation({
  name: 'referral.choose',
  input: v.strictObject({ benefitId: benefitIdSchema, form: rewardFormSchema, version: countSchema }),
  output: v.object({ reward: referralRewardSchema }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'not-bound',
    'reward-unknown',
    'reward-not-choosable',
    'reward-decided',
    'busy',
  ],
})
