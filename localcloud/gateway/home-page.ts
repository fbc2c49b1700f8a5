import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallLog, CallLogBook } from '../call-log'
import type { Clock } from '../clock'
import type { FunctionHost } from '../functions/host'
import type { Timers } from '../functions/timers'
import { sendBytes } from './answer'

export interface HomePageParts {
  clock: Clock
  log: CallLogBook
  host: FunctionHost
  timers: Timers
  collections: () => { name: string; count: number }[]
}

/** `GET /` and `GET /_`: what runs here, for a developer's eyes. */
export function homePage(parts: HomePageParts, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' || !/^\/(?:_\/?)?(?:\?|$)/.test(request.url ?? '')) return false
  sendBytes(response, 200, 'text/html; charset=utf-8', render(parts))
  return true
}

function render({ clock, log, host, timers, collections }: HomePageParts): string {
  const functions = [...host.pools].map(([name, pool]) => [
    htmlText(name),
    `${pool.size} / ${pool.options.instances}`,
    `${pool.config.timeoutMs / 1000} 秒`,
    htmlText([...pool.config.openapi].join('、') || '—'),
  ])
  const timerRows = timers
    .list()
    .map((timer) => [
      `${htmlText(timer.function)} / ${htmlText(timer.name)}`,
      `<code>${htmlText(timer.config)}</code>`,
      timer.nextAt === undefined ? '不再运行' : beijing(timer.nextAt),
      `<button data-post="/_/trigger/${encodeURIComponent(timer.function)}/${encodeURIComponent(timer.name)}">立即运行</button>`,
    ])
  const calls = log.read({ limit: 30 }).map(callRow)
  const complaints = log
    .read({ limit: log.capacity })
    .filter(({ complaints }) => complaints.length > 0)
    .slice(0, 10)
    .map((call) => [
      beijing(call.startedAt),
      htmlText(call.function),
      `<pre>${htmlText(call.complaints.join('\n'))}</pre>`,
    ])
  const counts = collections().map(({ name, count }) => [htmlText(name), String(count)])
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>本地云</title><style>${STYLE}</style>
<h1>本地云</h1>
<p>云函数、数据库、存储都在本机运行，数据不会离开这台电脑。</p>
<h2>时钟</h2>
<p><b>${beijing(clock.now())}</b>（北京时间${clock.offset() === 0 ? '，与本机一致' : `，比本机${ahead(clock.offset())}`}）</p>
<p>
<button data-post="/_/clock" data-body='{"advanceMs":3600000}'>前进 1 小时</button>
<button data-post="/_/clock" data-body='{"advanceMs":86400000}'>前进 1 天</button>
<button data-post="/_/clock" data-body='{"advanceMs":${-clock.offset()}}'>回到现在</button></p>
<h2>云函数</h2>${table(['函数', '实例', '超时', '开放接口'], functions, '没有云函数')}
<h2>定时器</h2>${table(['定时器', '表达式', '下次运行', ''], timerRows, '没有定时器')}
<h2>最近调用</h2>${table(['时间', '函数', '来源', '耗时', '数据库', '结果'], calls, '还没有调用')}
<h2>警告和错误</h2>
${table(['时间', '函数', '写到控制台的内容'], complaints, '没有警告，也没有错误')}
<h2>集合</h2>${table(['集合', '记录数'], counts, '没有集合')}
<h2>接口</h2>
<p><a href="/_/logs">调用日志</a> · <a href="/_/operations">数据库操作计数</a> · <a href="/_/clock">时钟</a> · <a href="/_/health">健康检查</a></p>
<script>${SCRIPT}</script></html>`
}

function callRow(call: CallLog): string[] {
  const detail = [call.error?.errMsg, ...call.output].filter((line) => line !== undefined).join('\n')
  const state = call.ok ? '成功' : '<b class="bad">失败</b>'
  return [
    beijing(call.startedAt),
    htmlText(call.function),
    htmlText(call.source || '—'),
    `${call.durationMs.toFixed(1)} 毫秒`,
    `${call.databaseOperations} 次`,
    detail === '' ? state : `<details><summary>${state}</summary><pre>${htmlText(detail)}</pre></details>`,
  ]
}

function table(head: readonly string[], rows: readonly string[][], none: string): string {
  if (rows.length === 0) return `<p>${none}</p>`
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table>${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`
}

const clockFace = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
})
function beijing(at: number): string {
  return clockFace.format(at)
}

function ahead(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  return `${offsetMs > 0 ? '快' : '慢'} ${parts[0]} 天 ${parts[1]} 小时 ${parts[2]} 分`
}

function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const STYLE = `body{font:15px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733;background:#f6f8fa}
h1{margin:0}h2{margin:2rem 0 .5rem;font-size:1.1rem;color:#0b5c6b}table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #dde4ea}
th,td{text-align:left;padding:.4rem .7rem;border-bottom:1px solid #edf1f4;vertical-align:top}th{font-weight:600;color:#4b5b6b}
button{font:inherit;padding:.25rem .8rem;border:1px solid #0b5c6b;border-radius:6px;background:#fff;color:#0b5c6b;cursor:pointer}
a{color:#0b5c6b}.bad{color:#b3261e}pre{white-space:pre-wrap;overflow-wrap:anywhere;max-height:12rem;overflow:auto;margin:.3rem 0;font-size:13px}
@media(prefers-color-scheme:dark){body{background:#12181e;color:#dfe6ec}table{background:#1a222a;border-color:#2c3742}th,td{border-color:#26303a}th{color:#9fb0c0}h2,a{color:#6cc5d4}button{background:#1a222a;color:#6cc5d4;border-color:#6cc5d4}.bad{color:#ff8a80}}`

const SCRIPT = `for (const button of document.querySelectorAll('[data-post]')) button.onclick = async () => {
  button.disabled = true
  const answer = await fetch(button.dataset.post, { method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.body })
  const { errMsg } = await answer.json()
  if (errMsg) alert(errMsg)
  location.reload()
}`
