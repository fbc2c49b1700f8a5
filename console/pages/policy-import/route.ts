import { ImportOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'policy-import',
  title: '保单导入',
  group: 'administration',
  order: 15,
  icon: ImportOutlined,
  roles: ['admin'],
  load: () => import('./page'),
}
