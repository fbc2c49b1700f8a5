/** CloudBase's names for what can go wrong with a call, as the server SDK receives them, and the client's codes. */
const codes = {
  PERMISSION_DENIED: { errCode: -501023, text: 'permission denied' },
  FUNCTION_NOT_FOUND: { errCode: -501000, text: 'resource not found' },
  FUNCTIONS_REQUEST_FAIL: { errCode: -504001, text: 'functions request fail' },
  FUNCTIONS_EXECUTE_FAIL: { errCode: -504002, text: 'functions execute fail' },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { errCode: -504003, text: 'functions time limit exceeded' },
} as const

export type FunctionErrorCode = keyof typeof codes

/** A call that gave no answer. `errCode` and `errMsg` are what `wx.cloud.callFunction` reports. */
export class FunctionError extends Error {
  readonly errCode: number
  readonly errMsg: string

  constructor(
    readonly code: FunctionErrorCode,
    readonly reason: string,
    readonly requestId: string,
  ) {
    const { errCode, text } = codes[code]
    const errMsg = `errCode: ${errCode} ${text} | errMsg: ${reason}`
    super(errMsg)
    this.name = 'FunctionError'
    this.errCode = errCode
    this.errMsg = errMsg
  }
}
