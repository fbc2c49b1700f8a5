import type { Fields } from '../sdk'
import { MISSING, type OperatorCase, refused, specimen } from './operator-case'

/** Expressions that the SDK has types for but no functions: sent as plain objects. */
function raw(operator: string, operand: unknown, gives: unknown): OperatorCase {
  return {
    operator,
    says: JSON.stringify(operand),
    gives,
    run: async ({ collectionOf }) => {
      const collection = await collectionOf([specimen])
      const { list } = await collection
        .aggregate()
        .project({ _id: 0, result: { [`$${operator}`]: operand } })
        .end()
      const [only]: (Fields | undefined)[] = list
      return only && 'result' in only ? only.result : MISSING
    },
  }
}

export const conversionCases: OperatorCase[] = [
  raw('convert', { input: '12', to: 'int' }, 12),
  raw('convert', { input: 'twelve', to: 'int', onError: -1 }, -1),
  raw('convert', { input: '$nothing', to: 'int', onNull: 0 }, 0),
  raw('convert', { input: 'twelve', to: 'int' }, refused(/Failed to parse number 'twelve' in \$convert/)),
  raw('toInt', '12', 12),
  raw('toInt', 2.9, 2),
  raw('toInt', '2.9', refused(/Failed to parse number '2.9'/)),
  raw('toLong', '$at', Date.parse('2026-01-04T15:04:05.678Z')),
  raw('toDouble', '2.5', 2.5),
  raw('toDouble', '$list', refused(/Unsupported conversion from array to double/)),
  raw('toBool', '$zero', false),
  raw('toBool', '$empty', true),
  raw('toDate', 0, new Date(0)),
  raw('toDate', '2026-11-23T00:00:00Z', new Date('2026-11-23T00:00:00Z')),
  raw('toString', '$seven', '7'),
  raw('toString', '$at', '2026-01-04T15:04:05.678Z'),
  raw('toString', '$inner', refused(/Unsupported conversion from object to string/)),
  raw('toDecimal', '1', refused(/does not imitate \$toDecimal/)),
  raw('toObjectId', '1', refused(/does not imitate \$toObjectId/)),
  raw('meta', 'textScore', refused(/does not imitate \$meta/)),
  raw('type', '$missing', 'missing'),
  raw('type', '$at', 'date'),
  raw('trim', { input: '  a b ' }, 'a b'),
  raw('trim', { input: 'xxaxx', chars: 'x' }, 'a'),
  raw('ltrim', { input: '  a ' }, 'a '),
  raw('rtrim', { input: '  a ' }, '  a'),
  raw('trim', { input: '$seven' }, refused(/\$trim requires its input to be a string, got/)),
  raw(
    'dateToParts',
    { date: '$late', timezone: 'Asia/Shanghai' },
    { year: 2026, month: 11, day: 23, hour: 1, minute: 30, second: 0, millisecond: 0 },
  ),
  raw('round', [2.345, 2], 2.34),
]
