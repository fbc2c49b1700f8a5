import { AuditOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'review',
  title: '待审核',
  group: 'daily',
  order: 10,
  icon: AuditOutlined,
  roles: ['reviewer', 'finance', 'admin'],
  load: () => import('./page'),
}
