import { TeamOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'referrals',
  title: '推荐',
  group: 'daily',
  order: 50,
  icon: TeamOutlined,
  roles: ['admin', 'reviewer', 'finance', 'branch', 'analyst'],
  load: () => import('./page'),
}
