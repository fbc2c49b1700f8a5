import { Tabs } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { PageHeader } from '../../components/PageHeader'
import { useMe } from '../../shell/me'
import type { StaffRole } from '../route'
import { Proposals } from './Proposals'
import { Roster } from './Roster'
import { Sessions } from './Sessions'

interface Tab {
  key: string
  label: string
  roles: readonly StaffRole[] | 'all'
  content: () => React.ReactNode
}

const tabs: readonly Tab[] = [
  { key: 'roster', label: '名册', roles: ['admin'], content: () => <Roster /> },
  { key: 'proposals', label: '两人决定', roles: ['admin', 'reviewer', 'finance'], content: () => <Proposals /> },
  { key: 'sessions', label: '后台登录', roles: 'all', content: () => <Sessions /> },
]

/** 人员与登录：谁能做什么，由两位管理员决定；谁在哪台电脑上登录着，随时可以退出。 */
export default function Staff() {
  const { role } = useMe()
  const [query, setQuery] = useSearchParams()
  const shown = tabs.filter(({ roles }) => roles === 'all' || roles.includes(role))
  const active = shown.find(({ key }) => key === query.get('tab')) ?? shown[0]
  return (
    <>
      <PageHeader
        title="人员与登录"
        about={
          role === 'admin'
            ? '登记、换角色、停用，由一位管理员提出，另一位同意后马上生效；停用的人当场退出所有登录。'
            : '您在哪些电脑上登录着；15 分钟不用就自动退出。不认识的请马上退出，并告诉管理员。'
        }
      />
      <Tabs
        activeKey={active?.key ?? ''}
        onChange={(tab) => setQuery({ tab }, { replace: true })}
        items={shown.map(({ key, label, content }) => ({ key, label, children: key === active?.key && content() }))}
      />
    </>
  )
}
