/** A failure as CloudBase reports it: `code` reaches the SDK, which turns it into its number (-502001, -502005 …). */
export class DatabaseFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseFailure'
  }
}

const contact = 'Please check your request, but if the problem persists, contact us.'

/** The general failure (-502001): bad operators, wrong types, duplicate keys. */
export const requestFailed = (message: string): DatabaseFailure =>
  new DatabaseFailure('DATABASE_REQUEST_FAILED', message)

export const invalidParameter = (message: string): DatabaseFailure => new DatabaseFailure('INVALID_PARAM', message)

export const collectionMissing = (name: string): DatabaseFailure =>
  new DatabaseFailure('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${contact}`)

/** What a client may not do (-502003). */
export const permissionDenied = (): DatabaseFailure =>
  new DatabaseFailure('DATABASE_PERMISSION_DENIED', 'database permission denied')

/** A duplicate key has no code of its own in production either; callers detect it by "E11000". */
export const duplicateKey = (collection: string, index: string, key: string): DatabaseFailure =>
  requestFailed(
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: local.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]. ${contact}`,
  )

export const transactionConflict = (): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`,
  )

export const transactionMissing = (): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`,
  )

/** Operations of one transaction must run one after the other. */
export const transactionBusy = (): DatabaseFailure =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${contact}`,
  )
