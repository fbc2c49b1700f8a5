import { BankOutlined } from '@ant-design/icons'
import type { PageRoute } from '../route'

export const route: PageRoute = {
  path: 'payouts',
  title: '打款',
  group: 'daily',
  order: 20,
  icon: BankOutlined,
  roles: ['finance', 'admin'],
  load: () => import('./page'),
}
