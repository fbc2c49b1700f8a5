import type { Reply } from '#contract/envelope'
import { appointStaff } from '#contract/staff'
import { readTarget } from './cloud-target'
import { runCommand } from './command'

const usage = `Usage: npm run staff:appoint -- ACCOUNT --name NAME --role ROLE [--branch CODE | --workshop ID] [--leaves yes]
                [--emergency WHY] --local URL | --env ENV`

/**
 * ACCOUNT is what 我的信息 shows the person as 您的编号. Takes somebody into the roster of staff, changes the role, or ends it: until
 * there are two active admins. From then on they do that in the console; --emergency WHY still does it here, and the log says so.
 */
async function main(args: string[]): Promise<number> {
  const own = ['name', 'role', 'branch', 'workshop', 'leaves', 'emergency'] as const
  const { target, positionals, options } = readTarget(
    args,
    Object.fromEntries(own.map((name) => [name, { type: 'string' as const }])),
  )
  const [account] = positionals
  const { name, role, branch, workshop, leaves, emergency } = options
  if (!account || !name || !role) throw new Error(usage)
  const active = leaves !== 'yes'
  const input = {
    account,
    name,
    role,
    active,
    ...(branch && { branchCode: branch }),
    ...(workshop && { workshopId: workshop }),
    ...(emergency && { emergency }),
  }
  const { result } = await target.call('staff', { operation: appointStaff.name, input })
  const reply = result as Reply<unknown>
  if (!reply.ok) {
    throw new Error([reply.message, ...(reply.details ?? []).map((one) => `${one.field}: ${one.message}`)].join('\n'))
  }
  console.log(`${name}（${role}）${active ? '已登记' : '已停用'}`)
  return 0
}

if (require.main === module) runCommand(main)
