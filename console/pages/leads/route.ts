import { PhoneOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'leads',
  title: '预约',
  group: 'daily',
  order: 35,
  icon: PhoneOutlined,
  roles: ['admin', 'reviewer', 'branch', 'analyst'],
  load: () => import('./page'),
}
