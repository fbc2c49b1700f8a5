import { parseArgs } from 'node:util'
import { type Action, actions } from './facts'

export interface DeployRequest {
  environment: string
  /** What to do; nothing chosen means: check and show everything, do nothing. */
  actions: readonly Action[]
  onlyShow: boolean
  yes: boolean
  campaignFile: string | null
}

const usage = `Usage: npm run deploy -- --env ENV [--preview | --upload | --functions | --all] [--campaign FILE] [--yes]

  --env ENV        a CloudBase environment that deploy.yaml lists
  --functions      the database's collections, rules and indexes; the cloud functions, their settings and timers
  --upload         the mini-program, as a version in WeChat's console
  --preview        the mini-program, for a phone that scans a code
  --all            functions and upload
  --campaign FILE  the campaign file that will be published, while none is: it is checked
  --yes            do it without asking
Nothing chosen: checks everything, shows what --all would do, and does nothing.`

/** @throws Error that says which arguments there are */
export function readArguments(args: readonly string[]): DeployRequest {
  const { values, fault } = parse(args)
  if (!values) throw new Error(`${fault}\n${usage}`)
  if (!values.env) throw new Error(`Which environment?\n${usage}`)
  const chosen = actions.filter((action) => values[action] || (values.all && action !== 'preview'))
  return {
    environment: values.env,
    actions: chosen.length > 0 ? chosen : ['upload', 'functions'],
    onlyShow: chosen.length === 0,
    yes: values.yes,
    campaignFile: values.campaign ?? null,
  }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  try {
    const options = { env: text, campaign: text, preview: flag, upload: flag, functions: flag, all: flag, yes: flag }
    return { values: parseArgs({ args: [...args], options }).values, fault: '' }
  } catch (error) {
    return { values: null, fault: error instanceof Error ? error.message : String(error) }
  }
}
