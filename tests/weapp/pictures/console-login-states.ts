import { confirmLogin, lookAtLogin, refuseLogin } from '#contract/console-login'
import type { OutputOf } from '#contract/operation'
import { refusalTexts } from '#contract/refusals'
import type { Answers } from './answers'
import type { PicturedState } from './state'

const at = Date.parse('2026-09-08T10:00:00+08:00')
const login: OutputOf<typeof lookAtLogin> = {
  ...{ browser: 'Chrome 131 · Windows', place: '203.0.113.*', numbers: ['17', '42', '86'] },
  ...{ me: { name: '钱审核', role: 'reviewer' }, now: at, expiresAt: at + 180_000 },
}
const scanned = (name: string, answers: Answers, act?: PicturedState['act']): PicturedState => ({
  ...{ name: `确认登录-${name}`, path: 'packages/console-login/pages/index', whole: true },
  query: `scene=${encodeURIComponent(`t=${'AbCdEfGh'.repeat(3)}`)}`,
  answers: { [lookAtLogin.name]: { reply: login }, ...answers },
  ...(act && { act }),
})
const confirming = (name: string, answers: Answers, shows: string) =>
  scanned(name, answers, async (phone) => {
    await phone.tap('42')
    await phone.tap('确认登录')
    await phone.see(shows)
  })

/** 确认登录: what the telephone of a member of staff shows for a browser that wants in. */
export const consoleLoginStates: readonly PicturedState[] = [
  scanned('等待确认', {}),
  scanned('没有选数字', {}, async (phone) => {
    await phone.tap('确认登录')
    await phone.see('请先选择')
  }),
  confirming('已确认', { [confirmLogin.name]: { reply: {} } }, '已确认登录'),
  confirming(
    '数字选错',
    { [confirmLogin.name]: { refused: 'login-number-wrong', message: refusalTexts['login-number-wrong'] } },
    '这次登录已作废',
  ),
  scanned('已拒绝', { [refuseLogin.name]: { reply: {} } }, async (phone) => {
    await phone.tap('不是我，拒绝')
    await phone.see('那台电脑没有登录')
  }),
  scanned('码已过期', {
    [lookAtLogin.name]: { refused: 'login-ticket-gone', message: refusalTexts['login-ticket-gone'] },
  }),
  scanned('不是工作人员', { [lookAtLogin.name]: { refused: 'not-allowed', message: refusalTexts['not-allowed'] } }),
]
