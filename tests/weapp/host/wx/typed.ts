/// <reference path="../../wechat.d.ts" />
import type { Life } from '../life'
import { Refused } from '../refused'

export type Wx = WechatMiniprogram.Wx

type OptionOf<Name extends keyof Wx> = Wx[Name] extends (...given: infer Given) => unknown
  ? NonNullable<Given[0]>
  : never
type AnswerOf<Option> = Option extends { success?: infer Success }
  ? NonNullable<Success> extends (answer: infer Answer) => unknown
    ? Omit<Answer, 'errMsg'>
    : never
  : never

/**
 * Interfaces that answer by callback or promise, by WeChat's own names, options and answers. An implementation returns the
 * answer without `errMsg`, or throws `Refused` with the text behind `name:fail`.
 */
export type Asynchronous = {
  [Name in keyof Wx]?: (
    option: OptionOf<Name>,
  ) => AnswerOf<OptionOf<Name>> | undefined | Promise<AnswerOf<OptionOf<Name>> | undefined>
}

/** Interfaces that answer at once. */
export type Synchronous = Partial<Wx>

interface Callbacks {
  success?: (answer: object) => void
  fail?: (failure: object) => void
  complete?: (outcome: object) => void
}

export interface WxCall {
  name: string
  option: unknown
}

const withoutCallbacks = (option: object): unknown =>
  JSON.parse(JSON.stringify(option, (key, value) => (/^(success|fail|complete)$/.test(key) ? undefined : value)))

/**
 * WeChat's manner of answering: to the callbacks when there is one, else by promise; never within the call itself, and
 * never after the process has died.
 */
export function answering(
  life: Life,
  name: string,
  act: (option: never) => unknown,
  heard: (call: WxCall) => void,
): (option?: Callbacks) => Promise<object> | undefined {
  return (option = {}) => {
    heard({ name, option: withoutCallbacks(option) })
    const { success, fail, complete } = option
    const outcome = new Promise<object>((resolve, reject) => {
      const end = (settle: (with_: object) => void, callback: typeof success, outcome: object) => {
        if (!life.alive) return
        if (success || fail || complete) life.guard(() => callback?.(outcome))
        life.guard(() => complete?.(outcome))
        settle(outcome)
      }
      const refused = (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        const details = error instanceof Refused ? error.details : {}
        end(reject, fail, { errMsg: `${name}:fail ${reason}`, ...details })
      }
      Promise.resolve()
        .then(() => act(option as never))
        .then((answer) => end(resolve, success, { errMsg: `${name}:ok`, ...(answer as object | undefined) }), refused)
    })
    if (!success && !fail && !complete) return outcome
    outcome.catch(() => undefined)
    return undefined
  }
}
