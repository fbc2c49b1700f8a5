import { batchHash } from '#rules/payout/build-batch'
import { isSealedAsHashed, type PayoutBatch, type PayoutLine } from '#store/payouts'

/**
 * “复核的是付给谁、付多少，放行的就是付给谁、付多少。” (§7) Whether the lines are those whose hash was approved, and what is sealed on each is
 * what its own hashes say: somebody who can write the database might have put another account's number there.
 * @throws Error when a sealed value was altered in itself
 */
export const isAsApproved = (
  { _id, hash, way }: Pick<PayoutBatch, '_id' | 'hash' | 'way'>,
  lines: readonly PayoutLine[],
): boolean => batchHash(_id, lines) === hash && lines.every((line) => isSealedAsHashed(line, way))
