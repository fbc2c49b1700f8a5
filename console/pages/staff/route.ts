import { TeamOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'staff',
  title: '人员与登录',
  group: 'administration',
  order: 10,
  icon: TeamOutlined,
  roles: ['admin', 'reviewer', 'finance', 'branch', 'analyst'],
  load: () => import('./page'),
}
