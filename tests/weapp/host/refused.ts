/** WeChat says no; the text is what `fail` gets behind `name:fail`, the details stand beside it. */
export class Refused extends Error {
  constructor(
    reason: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason)
  }
}
