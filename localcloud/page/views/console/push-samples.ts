import type { Texts } from '../../texts/zh'

export type SampleName = keyof Texts['console']['samples']

const OFFICIAL_ACCOUNT = 'gh_0123456789ab'
const MINI_PROGRAM = 'gh_ba9876543210'

/** WeChat's own pushes as JSON. `at` is the cloud's time, `openid` the person. */
export function pushSample(name: SampleName, openid: string, at: number): Record<string, unknown> {
  const message = (to: string) => ({ ToUserName: to, FromUserName: openid, CreateTime: Math.floor(at / 1000) })
  const event = (to: string, Event: string) => ({ ...message(to), MsgType: 'event', Event })
  const template = 'template-id-of-yours'
  switch (name) {
    case 'subscribe':
      return { ...event(OFFICIAL_ACCOUNT, 'subscribe'), EventKey: '', UnionId: 'union-of-the-person' }
    case 'unsubscribe':
      return { ...event(OFFICIAL_ACCOUNT, 'unsubscribe'), EventKey: '', UnionId: 'union-of-the-person' }
    case 'text':
      return { ...message(MINI_PROGRAM), MsgType: 'text', Content: '你好', MsgId: 1_234_567_890_123_456 }
    case 'popup':
      return {
        ...event(MINI_PROGRAM, 'subscribe_msg_popup_event'),
        List: [{ TemplateId: template, SubscribeStatusString: 'accept', PopupScene: '0' }],
      }
    case 'change':
      return {
        ...event(MINI_PROGRAM, 'subscribe_msg_change_event'),
        List: [{ TemplateId: template, SubscribeStatusString: 'reject' }],
      }
    case 'sent':
      return {
        ...event(MINI_PROGRAM, 'subscribe_msg_sent_event'),
        List: [{ TemplateId: template, MsgID: '1864323726461255680', ErrorCode: '0', ErrorStatus: 'success' }],
      }
    case 'check':
      return {
        ...event(MINI_PROGRAM, 'wxa_media_check'),
        appid: 'wx0000000000000000',
        trace_id: '5ea1b0c2-0000-0000-0000-000000000000',
        version: 2,
        result: { suggest: 'pass', label: 100 },
      }
  }
}
