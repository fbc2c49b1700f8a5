import type { IncomingMessage, ServerResponse } from 'node:http'
import { staffRoleTexts } from '#contract/staff-words'
import type { CallLog, LocalCloud } from '#localcloud/local-cloud'
import { phaseAt } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { afterStep, type CampaignPhases } from './campaign-time'
import { confirmAs, deskTeam } from './demo-staff'
import { type Asset, readDocument } from './documents'
import { sharedLinkOf } from './shared-link'
import type { ClockStep, PreviewCall, PreviewState } from './state'

export const startPath = '/start'
const callsShown = 40

interface Preview {
  /** Absent until the cloud has started: its routes are part of its start. */
  cloud: () => LocalCloud | undefined
  terms: Terms
  phases: CampaignPhases
  assets: ReadonlyMap<string, Asset>
}

function stateOf(cloud: LocalCloud, { terms, phases }: Preview): PreviewState {
  const now = cloud.clock.now()
  return {
    title: terms.title,
    now,
    phase: phaseAt(terms, now),
    phases,
    calls: cloud.logs({ limit: callsShown }).map(shownCall),
  }
}

function shownCall(call: CallLog): PreviewCall {
  const { requestId, startedAt, openid, ok, databaseOperations, durationMs, output } = call
  return {
    id: requestId,
    at: startedAt,
    door: call.function,
    operation: operationIn(output),
    openid: openid ?? null,
    sms: smsIn(output),
    ok,
    databaseOperations,
    durationMs,
  }
}

/** The functions' log lines are JSON; the one that names its operation tells what the call was. */
function operationIn(output: readonly string[]): string | null {
  for (const line of output) {
    const name = line.match(/"operation":"([a-z.-]+)"/)?.[1]
    if (name) return name
  }
  return null
}

/** What the local SMS provider wrote instead of sending it (cloudfunctions/store/sms.ts). */
function smsIn(output: readonly string[]): string | null {
  for (const line of output) {
    const [, phone, code] = line.match(/"sms":\{"phone":"(\d+)","code":"(\d+)"/) ?? []
    if (phone && code) return `${phone}：${code}`
  }
  return null
}

const isStep = (step: string | null): step is ClockStep => step === 'hour' || step === 'day' || step === 'phase'

/** The start page's own addresses, below /start/. Everything else is the local cloud's. */
export function previewRoutes(preview: Preview) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === startPath) {
      response.writeHead(302, { location: `${startPath}/` }).end()
      return true
    }
    if (!url.pathname.startsWith(`${startPath}/`)) return false
    const name = decodeURIComponent(url.pathname.slice(startPath.length + 1))
    const asset = preview.assets.get(name) ?? (name.startsWith('docs/') ? readDocument(name.slice(5)) : undefined)
    if (asset) return send(response, 200, asset.type, asset.content)
    const cloud = preview.cloud()
    if (!cloud) return send(response, 503, 'text/plain', 'starting')
    return answer(cloud, preview, `${request.method} ${name}`, url.searchParams, response)
  }
}

async function answer(
  cloud: LocalCloud,
  preview: Preview,
  what: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<boolean> {
  const json = (data: unknown) => send(response, 200, 'application/json', JSON.stringify(data))
  const step = query.get('step')
  switch (what) {
    case 'GET state':
      return json(stateOf(cloud, preview))
    case 'POST clock':
      if (!isStep(step)) return send(response, 400, 'text/plain', 'step must be hour, day or phase')
      // What an instance keeps in memory for some seconds does not outlive an hour or a night.
      await cloud.killInstances()
      cloud.clock.set(afterStep(preview.phases, cloud.clock.now(), step))
      await cloud.timersSettled()
      return json(stateOf(cloud, preview))
    case 'GET staff':
      return json(deskTeam.map(({ key, name, role, branchCode }) => ({ key, name, note: whatFor(role, branchCode) })))
    case 'POST console-login': {
      const [who = '', ticket = '', number = ''] = ['who', 'ticket', 'number'].map((name) => query.get(name) ?? '')
      await confirmAs(cloud, who, ticket, number)
      return json({})
    }
    case 'POST share':
      return json(await sharedLinkOf(cloud, { openid: query.get('openid') ?? '', unionid: query.get('unionid') ?? '' }))
    default:
      return send(response, 404, 'text/plain', 'no such page')
  }
}

/** 网点 · SF0101 */
const whatFor = (role: keyof typeof staffRoleTexts, branchCode?: string) =>
  [staffRoleTexts[role], branchCode].filter(Boolean).join(' · ')

function send(response: ServerResponse, status: number, type: string, content: string): true {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(content)
  return true
}
