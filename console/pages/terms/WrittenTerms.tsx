import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/operation'
import type { readTerms, TermsRow } from '#contract/terms'
import { Card } from '../../components/Card'
import { EmptyBlock } from '../../components/StateBlock'

type SectionOfTerms = OutputOf<typeof readTerms>['sections'][number]

/** Every field with its clause and unit; a word typed above leaves those that have it. */
export function WrittenTerms({ terms: { sections } }: { terms: OutputOf<typeof readTerms> }) {
  const [sought, seek] = useState('')
  const word = sought.trim()
  const fits = ({ label, value, clause, path }: TermsRow) =>
    word === '' || [label, value, clause ?? '', path].some((text) => text.includes(word))
  const shown = sections
    .map((section) => ({
      ...section,
      rows: section.title.includes(word) ? section.rows : section.rows.filter(fits),
    }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <Input.Search
        className="terms__seek"
        allowClear
        placeholder="找一项：折扣、§5.2.2、加油卡……"
        aria-label="在条款里找"
        onChange={({ target }) => seek(target.value)}
      />
      {shown.length === 0 && <EmptyBlock sentence={`条款里没有“${word}”。`} />}
      {shown.map((section) => (
        <Section key={section.title} of={section} sought={word !== ''} />
      ))}
    </>
  )
}

/** So many fields of a section stand there at once; a table of the plan has hundreds. */
const AT_FIRST = 6

/** What is sought is shown to the last field. */
function Section({ of: { title, clause, rows }, sought }: { of: SectionOfTerms; sought: boolean }) {
  const [all, showAll] = useState(false)
  const shown = all || sought ? rows : rows.slice(0, AT_FIRST)
  return (
    <Card title={`${title}${clause ? `　${clause}` : ''}`} inside="flush">
      <table className="terms__fields">
        <tbody>
          {shown.map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.label || title}</th>
              <td className="terms__clause">{row.clause ?? '—'}</td>
              <td>{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button className="terms__rest" type="link" onClick={() => showAll(true)}>
          展开其余 {rows.length - shown.length} 项
        </Button>
      )}
    </Card>
  )
}
