import { PlusOutlined } from '@ant-design/icons'
import { Button, type TableProps } from 'antd'
import { useState } from 'react'
import { listStaff } from '#contract/staff'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'
import { roleNames } from '../words'
import { ChangeDialog, type MemberDraft } from './ChangeDialog'
import type { Member, Places } from './member'
import './Roster.css'

/** 网点或维修厂的名字；没有限定的是全部网点。 */
function placeOf({ branchCode, workshopId }: Member, { branches, workshops }: Places): string {
  if (workshopId !== null) return workshops.find((one) => one.workshopId === workshopId)?.name ?? workshopId
  if (branchCode === null) return '全部网点'
  return branches.find((one) => one.branchCode === branchCode)?.name ?? branchCode
}

const byStanding = (one: Member, other: Member) =>
  Number(other.active) - Number(one.active) || one.appointedAt - other.appointedAt

/** 名册：在职的在前。 */
export function Roster() {
  const { reading, reload } = useReading(listStaff, {})
  const { staffId } = useMe()
  const [draft, setDraft] = useState<MemberDraft | null>(null)
  const places = reading.status === 'ready' ? reading.data : null
  const members =
    reading.status === 'ready' ? { ...reading, data: [...reading.data.members].sort(byStanding) } : reading
  const columns: TableProps<Member>['columns'] = [
    {
      title: '姓名',
      render: (_, { name, account }) => (
        <>
          <b>{name}</b>
          {account === staffId && <span className="roster__me">本人</span>}
        </>
      ),
    },
    { title: '角色', render: (_, { role }) => roleNames[role] },
    { title: '范围', render: (_, member) => places && placeOf(member, places) },
    {
      title: '状态',
      render: (_, { active }) => (
        <StateTag state={active ? { word: '在职', tone: 'good' } : { word: '已停用', tone: 'quiet' }} />
      ),
    },
    { title: '登记时间', render: (_, { appointedAt }) => <InstantText at={appointedAt} /> },
    {
      title: '编号',
      render: (_, { account }) => <code className="roster__account">{account}</code>,
    },
    {
      title: '操作',
      render: (_, member) => (
        <div className="roster__deeds">
          <Button size="small" onClick={() => setDraft({ of: member, ends: false })}>
            {member.active ? '变更' : '重新登记'}
          </Button>
          {member.active && (
            <Button size="small" danger onClick={() => setDraft({ of: member, ends: true })}>
              停用
            </Button>
          )}
        </div>
      ),
    },
  ]
  return (
    <>
      <Card
        inside="flush"
        title="名册"
        extra={
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={!places}
            onClick={() => setDraft({ of: null, ends: false })}
          >
            登记新人
          </Button>
        }
      >
        <DataTable
          label="名册"
          reading={members}
          reload={reload}
          columns={columns}
          rowKey={({ account }) => account}
          empty={{ sentence: '还没有登记任何人。' }}
        />
      </Card>
      {draft && places && <ChangeDialog draft={draft} places={places} close={() => setDraft(null)} />}
    </>
  )
}
