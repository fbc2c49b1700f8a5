import { Layout, Menu } from 'antd'
import { useSyncExternalStore } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { useTexts } from '../texts/language'
import { viewGroups, views } from '../views'

/** Below this the menu shows its icons only: a tablet keeps the width for what is looked at. */
const narrow = matchMedia('(max-width: 1100px)')
const onChange = (told: () => void) => {
  narrow.addEventListener('change', told)
  return () => narrow.removeEventListener('change', told)
}

export function Sidebar() {
  const texts = useTexts()
  const { pathname } = useLocation()
  const collapsed = useSyncExternalStore(onChange, () => narrow.matches)
  const items = viewGroups.map((group) => ({
    key: group,
    type: 'group' as const,
    label: collapsed ? null : texts.nav[group],
    children: views
      .filter((view) => view.group === group)
      .map(({ path, name, icon }) => ({
        key: path,
        icon,
        label: <Link to={`/${path}`}>{texts.nav[name]}</Link>,
        title: String(texts.nav[name]),
      })),
  }))
  return (
    <Layout.Sider width={212} collapsedWidth={64} collapsed={collapsed} theme="dark" trigger={null}>
      <div className="brand">
        <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" fill="#0f7f90" />
          <path d="M10 22a5 5 0 0 1-.6-9.96A7 7 0 0 1 22.7 13.1 4.5 4.5 0 0 1 22.5 22z" fill="#fff" />
        </svg>
        {!collapsed && (
          <div>
            <b>{texts.title}</b>
            <span>{texts.subtitle}</span>
          </div>
        )}
      </div>
      <nav aria-label={texts.nav.label}>
        <Menu theme="dark" mode="inline" items={items} selectedKeys={[pathname.split('/')[1] ?? '']} />
      </nav>
    </Layout.Sider>
  )
}
