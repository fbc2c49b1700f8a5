import type { Tree } from '../measurements'
import { above, type Finding } from './breach'

/** WeChat's own audit: fewer than 1,000 nodes, depth below 30, no more than 60 children of one. */
export const judgeTree = ({ nodes, depth, children }: Tree): Finding[] => [
  ...above('nodes', nodes, 999),
  ...above('depth', depth, 29),
  ...above('children of one node', children, 60),
]
