import { Menu } from 'antd'
import { useLocation, useNavigate } from 'react-router-dom'
import { pagesFor } from '../pages/all'
import { type MenuGroup, menuGroups, type PageRoute, type StaffRole } from '../pages/route'
import { Emblem } from './Emblem'
import './SideMenu.css'

const entry = ({ path, title, icon: Icon }: PageRoute) => ({ key: path, label: title, icon: <Icon />, title })

/** The pages that this role may open, under their headings. */
export function SideMenu({ role, folded }: { role: StaffRole; folded: boolean }) {
  const navigate = useNavigate()
  const [, here = ''] = useLocation().pathname.split('/')
  const pages = pagesFor(role)
  const groups = (Object.keys(menuGroups) as MenuGroup[])
    .map((group) => ({ group, children: pages.filter((page) => page.group === group).map(entry) }))
    .filter(({ children }) => children.length > 0)
  const items = folded
    ? groups.flatMap(({ children }) => children)
    : groups.map(({ group, children }) => ({ key: group, type: 'group' as const, label: menuGroups[group], children }))
  return (
    <nav aria-label="页面">
      <div className="side-menu__brand">
        <Emblem size={36} />
        {!folded && (
          <span>
            <b>车主回馈</b>
            <small>活动后台</small>
          </span>
        )}
      </div>
      <Menu
        mode="inline"
        inlineCollapsed={folded}
        selectedKeys={[here]}
        items={items}
        onClick={({ key }) => navigate(`/${key}`)}
      />
    </nav>
  )
}
