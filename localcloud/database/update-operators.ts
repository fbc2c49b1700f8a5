import { encode } from './ejson'
import { requestFailed } from './failure'
import { compileFilter } from './filter'
import { orderOf } from './order'
import { compareValues, type Document, isDocument, sameValue, typeName, type Value } from './value'

/** What an operator does with the value at its path: the same value for no change, undefined for removal. */
export type Operation = (current: Value | undefined, document: Document) => Value | undefined

export interface UpdateOperator {
  /** Whether the operator builds a path that is missing. */
  creates: boolean
  /** Checks the operand once and returns the operation; `path` is for messages. `now` is in epoch milliseconds. */
  compile(operand: Value, path: string, now: number): Operation
}

const which = (document: Document): string => `{_id: ${encode(document._id ?? null)}}`

const arithmetic = (
  name: string,
  verb: string,
  calculate: (current: number, operand: number) => number,
  missing: number,
): UpdateOperator => ({
  creates: true,
  compile(operand, path) {
    if (typeof operand !== 'number') {
      throw requestFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${encode(operand)}}`)
    }
    return (current, document) => {
      if (current !== undefined && typeof current !== 'number') {
        throw requestFailed(
          `Cannot apply ${name} to a value of non-numeric type. ${which(document)} has the field '${path}' of non-numeric type ${typeName(current)}`,
        )
      }
      // MongoDB's integers have no -0.
      return calculate(current ?? missing, operand) + 0
    }
  },
})

const extreme = (better: (order: number) => boolean): UpdateOperator => ({
  creates: true,
  compile: (operand) => (current) =>
    current === undefined || better(compareValues(operand, current)) ? operand : current,
})

const integerIn = (value: Value | undefined, name: string): number | undefined => {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw requestFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
}

const eachOf = (operand: Value, name: string): Value[] | undefined => {
  if (!isDocument(operand) || operand.$each === undefined) return undefined
  if (Array.isArray(operand.$each)) return operand.$each
  throw requestFailed(
    `The argument to $each in ${name} must be an array but it was of type: ${typeName(operand.$each)}`,
  )
}

const push: UpdateOperator = {
  creates: true,
  compile(operand, path) {
    const each = eachOf(operand, '$push')
    const modifiers: Document = each && isDocument(operand) ? operand : {}
    const items = each ?? [operand]
    const position = integerIn(modifiers.$position, '$position')
    const slice = integerIn(modifiers.$slice, '$slice')
    const order = modifiers.$sort === undefined ? undefined : orderOf(modifiers.$sort)
    return (current, document) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw requestFailed(
          `The field '${path}' must be an array but is of type ${typeName(current)} in document ${which(document)}`,
        )
      }
      const before = current ?? []
      if (items.length === 0 && current !== undefined && slice === undefined && !order) return current
      let list = [...before]
      list.splice(position ?? list.length, 0, ...items)
      if (order) list.sort(order)
      if (slice !== undefined) list = slice < 0 ? list.slice(slice) : list.slice(0, slice)
      return current !== undefined && sameValue(list, current) ? current : list
    }
  },
}

const addToSet: UpdateOperator = {
  creates: true,
  compile(operand, path) {
    const items = eachOf(operand, '$addToSet') ?? [operand]
    return (current) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw requestFailed(
          `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(current)}`,
        )
      }
      const list = [...(current ?? [])]
      for (const item of items) if (!list.some((present) => sameValue(present, item))) list.push(item)
      return current !== undefined && list.length === current.length ? current : list
    }
  },
}

const pop: UpdateOperator = {
  creates: false,
  compile(operand, path) {
    if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${encode(operand)}`)
    return (current) => {
      if (current === undefined) return undefined
      if (!Array.isArray(current)) {
        throw requestFailed(`Path '${path}' contains an element of non-array type '${typeName(current)}'`)
      }
      if (current.length === 0) return current
      return operand === 1 ? current.slice(0, -1) : current.slice(1)
    }
  },
}

const removing = (name: string, compileTest: (operand: Value) => (item: Value) => boolean): UpdateOperator => ({
  creates: false,
  compile(operand) {
    const goes = compileTest(operand)
    return (current) => {
      if (current === undefined) return undefined
      if (!Array.isArray(current)) throw requestFailed(`Cannot apply ${name} to a non-array value`)
      const list = current.filter((item) => !goes(item))
      return list.length === current.length ? current : list
    }
  },
})

const pull = removing('$pull', (operand) => {
  const onFields = isDocument(operand) && !Object.keys(operand).some((name) => name.startsWith('$'))
  const filter = compileFilter(onFields ? operand : { item: operand })
  return onFields ? (item) => isDocument(item) && filter.test(item) : (item) => filter.test({ item })
})

const pullAll = removing('$pullAll', (operand) => {
  if (!Array.isArray(operand))
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  return (item) => operand.some((one) => sameValue(one, item))
})

const bitwise: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const bit: UpdateOperator = {
  creates: true,
  compile(operand, path) {
    const steps = isDocument(operand) ? Object.entries(operand) : []
    if (steps.length === 0)
      throw requestFailed(
        `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}}`,
      )
    const operations = steps.map(([name, value]) => {
      const calculate = bitwise[name.replace('$', '')]
      if (!calculate)
        throw requestFailed(
          `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
        )
      if (typeof value !== 'number' || !Number.isInteger(value))
        throw requestFailed(
          `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here`,
        )
      return (current: number) => Number(calculate(BigInt(current), BigInt(value)))
    })
    return (current, document) => {
      if (current !== undefined && (typeof current !== 'number' || !Number.isInteger(current)))
        throw requestFailed(
          `Cannot apply $bit to a value of non-integral type.${which(document)} has the field ${path} of non-integer type ${typeName(current)}`,
        )
      return operations.reduce((value, operation) => operation(value), current ?? 0)
    }
  },
}

/** The operators that change one field each; `$rename` changes two. */
export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: {
    creates: true,
    compile: (operand) => (current) => (current !== undefined && sameValue(current, operand) ? current : operand),
  },
  $unset: { creates: false, compile: () => () => undefined },
  $inc: arithmetic('$inc', 'increment', (current, operand) => current + operand, 0),
  $mul: arithmetic('$mul', 'multiply', (current, operand) => current * operand, 0),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $currentDate: {
    creates: true,
    compile(operand, path, now) {
      const wantsDate = operand === true || (isDocument(operand) && operand.$type === 'date')
      if (!wantsDate) throw requestFailed(`$currentDate of '${path}' is imitated for dates only`)
      return () => new Date(now)
    },
  },
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
