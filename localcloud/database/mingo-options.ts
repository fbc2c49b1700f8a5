import { Context } from 'mingo'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { AnyObject, Options } from 'mingo/types'
import { isObject, resolve } from 'mingo/util'

const elementOperator = (name: string): boolean => name.startsWith('$') && !['$and', '$or', '$nor'].includes(name)

/** Differs from mingo's own in one point: a condition on fields never matches an element that is not a document. */
function $elemMatch(selector: string, criteria: AnyObject, options: Options): (document: unknown) => boolean {
  const names = Object.keys(criteria)
  const onElement = names.length > 0 && names.every(elementOperator)
  const condition = new Query(onElement ? { element: criteria } : criteria, options)
  const matches = (element: unknown): boolean =>
    onElement ? condition.test({ element }) : isObject(element) && condition.test(element)
  return (document) => {
    const value = isObject(document) ? resolve(document, selector, { unwrapArray: true }) : undefined
    return Array.isArray(value) && value.some(matches)
  }
}

/** All of mingo's operators with ours in front; scripts (`$where`, `$function`) do not exist in CloudBase. */
export const mingoOptions: Partial<Options> = {
  context: Context.init({
    accumulator,
    expression,
    pipeline,
    projection,
    query: { ...query, $elemMatch },
    window,
  }),
  scriptEnabled: false,
}
