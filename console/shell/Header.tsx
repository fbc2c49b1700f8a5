import { LogoutOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Layout } from 'antd'
import type { CampaignHead } from '#contract/campaign'
import { leave } from '../cloud/leave'
import { StateTag } from '../components/StateTag'
import { phaseNames, roleNames } from '../pages/words'
import type { Me } from './me'
import './Header.css'

interface HeaderProps {
  campaign: CampaignHead | null
  me: Me
  folded: boolean
  fold: () => void
}

/** Which campaign, in which phase, and who is working. */
export function Header({ campaign, me, folded, fold }: HeaderProps) {
  const client = useQueryClient()
  const goOut = async () => {
    await leave()
    client.clear()
    window.location.reload()
  }
  return (
    <Layout.Header className="header">
      <Button
        type="text"
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={folded ? '展开菜单' : '收起菜单'}
        onClick={fold}
      />
      <p className="header__campaign">{campaign?.title ?? '活动尚未发布'}</p>
      {campaign && (
        <StateTag state={{ word: phaseNames[campaign.phase], tone: campaign.phase === 'running' ? 'good' : 'quiet' }} />
      )}
      {campaign?.demo && <span className="header__demo">演示</span>}
      <p className="header__me">
        <b>{me.name}</b>
        <span>{me.branchName ? `${roleNames[me.role]} · ${me.branchName}` : roleNames[me.role]}</span>
      </p>
      <Button icon={<LogoutOutlined />} onClick={() => void goOut()}>
        退出
      </Button>
    </Layout.Header>
  )
}
