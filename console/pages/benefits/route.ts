import { BookOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'benefits',
  title: '权益台账',
  group: 'daily',
  order: 40,
  icon: BookOutlined,
  roles: ['admin', 'reviewer', 'finance', 'branch', 'analyst'],
  load: () => import('./page'),
}
