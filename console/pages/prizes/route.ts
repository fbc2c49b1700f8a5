import { GiftOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'prizes',
  title: '奖品与发放',
  group: 'daily',
  order: 30,
  icon: GiftOutlined,
  roles: ['admin', 'reviewer', 'branch', 'analyst'],
  load: () => import('./page'),
}
