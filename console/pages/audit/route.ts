import { AuditOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'audit',
  title: '审计日志',
  group: 'administration',
  order: 20,
  icon: AuditOutlined,
  roles: ['admin', 'analyst'],
  load: () => import('./page'),
}
