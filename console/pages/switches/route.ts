import { PoweroffOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'switches',
  title: '开关',
  group: 'campaign',
  order: 20,
  icon: PoweroffOutlined,
  roles: ['admin', 'reviewer', 'finance', 'analyst'],
  load: () => import('./page'),
}
