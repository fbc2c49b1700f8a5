import { Mark, type MarkName } from './illustrations/Mark'
import { Row } from './Row'

interface LinkRowProps {
  mark: MarkName
  title: string
  /** What stands behind the link, in one short line. */
  note?: string
  onClick: () => void
}

/** A row that leads to another page. */
export const LinkRow = (props: LinkRowProps) => <Row {...props} role="button" end={<Mark name="forward" />} />
