import { DashboardOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'overview',
  title: '概览',
  group: 'daily',
  order: 0,
  icon: DashboardOutlined,
  roles: ['admin', 'reviewer', 'finance', 'branch', 'analyst'],
  load: () => import('./page'),
}
