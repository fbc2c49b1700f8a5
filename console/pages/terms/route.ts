import { FileTextOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'terms',
  title: '条款',
  group: 'campaign',
  order: 10,
  icon: FileTextOutlined,
  roles: ['admin', 'reviewer', 'finance', 'analyst'],
  load: () => import('./page'),
}
