import {
  ApiOutlined,
  BugOutlined,
  ClockCircleOutlined,
  CodeOutlined,
  DatabaseOutlined,
  FieldTimeOutlined,
  FunctionOutlined,
  MailOutlined,
  SwapOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Texts } from './texts/zh'
import { CallsView } from './views/calls/calls-view'
import { ClockView } from './views/clock/clock-view'
import { CollectionsView } from './views/collections/collections-view'
import { ConsoleView } from './views/console/console-view'
import { FaultsView } from './views/faults/faults-view'
import { FunctionsView } from './views/functions/functions-view'
import { InsideView } from './views/inside/inside-view'
import { MessagesView } from './views/messages/messages-view'
import { StateView } from './views/state/state-view'
import { TimersView } from './views/timers/timers-view'

interface View {
  /** Its address behind `#/`. */
  path: string
  /** Further addresses below it. */
  below?: string
  group: 'data' | 'code' | 'wechat' | 'cloud'
  name: keyof Texts['nav']
  icon: ReactNode
  element: ReactNode
}

/** The page's views in the order of the menu. */
export const views: readonly View[] = [
  {
    path: 'collections',
    below: '/:name?',
    group: 'data',
    name: 'collections',
    icon: <DatabaseOutlined />,
    element: <CollectionsView />,
  },
  { path: 'functions', group: 'code', name: 'functions', icon: <FunctionOutlined />, element: <FunctionsView /> },
  { path: 'calls', group: 'code', name: 'calls', icon: <UnorderedListOutlined />, element: <CallsView /> },
  { path: 'timers', group: 'code', name: 'timers', icon: <FieldTimeOutlined />, element: <TimersView /> },
  { path: 'console', group: 'code', name: 'console', icon: <CodeOutlined />, element: <ConsoleView /> },
  { path: 'messages', group: 'wechat', name: 'messages', icon: <MailOutlined />, element: <MessagesView /> },
  { path: 'clock', group: 'cloud', name: 'clock', icon: <ClockCircleOutlined />, element: <ClockView /> },
  { path: 'faults', group: 'cloud', name: 'faults', icon: <BugOutlined />, element: <FaultsView /> },
  { path: 'inside', group: 'cloud', name: 'inside', icon: <ApiOutlined />, element: <InsideView /> },
  { path: 'state', group: 'cloud', name: 'state', icon: <SwapOutlined />, element: <StateView /> },
]

export const viewGroups = ['data', 'code', 'wechat', 'cloud'] as const
