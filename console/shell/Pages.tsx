import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { Navigate, Route, Routes } from 'react-router-dom'
import { ErrorBoundary } from '../components/ErrorBoundary'
import { EmptyBlock, NoPermission } from '../components/StateBlock'
import { WaitingRows } from '../components/Waiting'
import { allPages } from '../pages/all'
import type { PageRoute, StaffRole } from '../pages/route'

const loaded = allPages.map((route) => ({ route, Page: lazy(route.load) }))

/** The page at the address: loaded when it is first opened, and only for a role that may see it. */
export function Pages({ role }: { role: StaffRole }) {
  return (
    <Routes>
      <Route index element={<Navigate to="/overview" replace />} />
      {loaded.map(({ route, Page }) => (
        <Route key={route.path} path={`${route.path}/*`} element={<Shown route={route} Page={Page} role={role} />} />
      ))}
      <Route path="*" element={<EmptyBlock sentence="没有这个页面，请从菜单中选择。" />} />
    </Routes>
  )
}

function Shown({ route, Page, role }: { route: PageRoute; Page: ComponentType; role: StaffRole }) {
  useEffect(() => {
    document.title = `${route.title} · 活动后台`
  }, [route])
  if (!route.roles.includes(role)) return <NoPermission />
  return (
    <ErrorBoundary key={route.path}>
      <Suspense fallback={<WaitingRows />}>
        <Page />
      </Suspense>
    </ErrorBoundary>
  )
}
