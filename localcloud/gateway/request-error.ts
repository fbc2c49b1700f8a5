/** A request that cannot be understood or may not be made; answered as JSON that says what and where. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** CloudBase's number; -501007 is "invalid parameters". */
    readonly errCode = -501007,
  ) {
    super(message)
  }
}
