import { App, Button, Segmented, type TableProps } from 'antd'
import { useState } from 'react'
import { type ConsoleSession, listSessions, revokeSession, revokeSessions } from '#contract/console-sessions'
import { useActing } from '../../cloud/use-acting'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'
import type { StaffRole } from '../route'
import { roleNames } from '../words'

const isRole = (role: string): role is StaffRole => Object.hasOwn(roleNames, role)

/** 后台登录：自己的；管理员可以看所有人的。每一个都可以单独退出，也可以一次全部退出。 */
export function Sessions() {
  const { role } = useMe()
  const { modal, message } = App.useApp()
  const [everybody, setEverybody] = useState(false)
  const { reading, reload } = useReading(listSessions, { everybody })
  const one = useActing(revokeSession, [listSessions])
  const all = useActing(revokeSessions, [listSessions])
  const shown = reading.status === 'ready' ? { ...reading, data: reading.data.sessions } : reading
  const others = reading.status === 'ready' ? reading.data.sessions.filter(({ current }) => !current).length : 0

  const end = ({ sessionId, name, browser }: ConsoleSession) =>
    modal.confirm({
      title: `退出 ${name} 在 ${browser} 上的登录？`,
      content: '那台电脑马上退出，没有提交的内容留在页面上，重新登录后可以继续。',
      okText: '退出',
      okButtonProps: { danger: true },
      cancelText: '取消',
      async onOk() {
        const result = await one.act({ sessionId })
        if (!result.ok) message.error(result.message)
      },
    })
  const endAll = () =>
    modal.confirm({
      title: everybody ? '退出所有人的登录？' : '退出您其他的登录？',
      content: everybody ? '除了这台电脑，所有人都要重新扫码登录。' : '除了这台电脑，您在别处的登录都会退出。',
      okText: '全部退出',
      okButtonProps: { danger: true },
      cancelText: '取消',
      async onOk() {
        const result = await all.act({ whose: everybody ? 'everybody' : 'mine' })
        if (!result.ok) return void message.error(result.message)
        message.success(`已退出 ${result.data.ended} 个登录。`)
      },
    })

  const columns: TableProps<ConsoleSession>['columns'] = [
    ...(everybody
      ? [
          {
            title: '谁',
            render: (_: unknown, { name, role: whose }: ConsoleSession) => (
              <>
                <b>{name}</b> {isRole(whose) && roleNames[whose]}
              </>
            ),
          },
        ]
      : []),
    {
      title: '浏览器',
      render: (_, { browser, current }) => (
        <>
          {browser}&ensp;{current && <StateTag state={{ word: '这台电脑', tone: 'good' }} />}
        </>
      ),
    },
    { title: '网络地址', render: (_, { place }) => place ?? '未知' },
    { title: '登录时间', render: (_, { startedAt }) => <InstantText at={startedAt} /> },
    { title: '最近使用', render: (_, { usedAt }) => <InstantText at={usedAt} /> },
    {
      title: '操作',
      fixed: 'right',
      render: (_, session) =>
        session.current ? null : (
          <Button size="small" danger onClick={() => end(session)}>
            退出
          </Button>
        ),
    },
  ]
  return (
    <Card
      inside="flush"
      title={
        role === 'admin' ? (
          <Segmented
            value={everybody ? 'everybody' : 'mine'}
            options={[
              { value: 'mine', label: '我的登录' },
              { value: 'everybody', label: '所有人的' },
            ]}
            onChange={(whose) => setEverybody(whose === 'everybody')}
          />
        ) : (
          '我的登录'
        )
      }
      extra={
        <Button danger disabled={others === 0} onClick={endAll}>
          {everybody ? '退出所有人' : '退出其他登录'}
        </Button>
      }
    >
      <DataTable
        label="后台登录"
        reading={shown}
        reload={reload}
        columns={columns}
        rowKey={({ sessionId }) => sessionId}
        empty={{ sentence: '没有别的登录。' }}
      />
    </Card>
  )
}
