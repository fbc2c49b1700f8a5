import { IdcardOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'customers',
  title: '客户',
  group: 'daily',
  order: 60,
  icon: IdcardOutlined,
  roles: ['admin', 'reviewer', 'finance', 'branch'],
  load: () => import('./page'),
}
