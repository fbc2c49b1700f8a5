/** One request of the SDK: its action and what the action needs. */
export interface AdminRequest {
  action: string
  [parameter: string]: unknown
}

/** What the SDK gets back: an answer, or a failure with CloudBase's code. */
export type AdminReply =
  | { requestId: string; data?: unknown; transactionId?: string }
  | { code: string; message: string; requestId: string }
