import { Alert } from 'antd'
import type { StatementLine } from '#contract/offers'
import './StatementView.css'

/** How an amount came about, line by line, each with the clause that it follows; the parts stand above their sum. */
export function StatementView({ lines }: { lines: readonly StatementLine[] }) {
  return (
    <>
      {!addUp(lines) && <Alert type="error" showIcon title="各项之和与结果不符，请勿审核，并告诉管理员。" />}
      <table className="statement-view" aria-label="计算明细">
        <thead className="unseen">
          <tr>
            <th>项目</th>
            <th>条款</th>
            <th>金额</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a statement keep their order
            <StatementRow key={index} line={line} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Whether the parts come to the one result. Where there is no figure yet (待核实) there are neither. */
function addUp(lines: readonly StatementLine[]): boolean {
  const sum = (kind: StatementLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((total, { amountFen }) => total + (amountFen ?? 0), 0)
  return lines.some(({ kind }) => kind === 'part') ? sum('part') === sum('result') : sum('result') === 0
}

function StatementRow({ line: { kind, label, value, clause, note } }: { line: StatementLine }) {
  return (
    <tr className={`statement-view__row statement-view__row--${kind}`}>
      <th scope="row">
        {label}
        {note && <span className="statement-view__note">{note}</span>}
      </th>
      <td className="statement-view__clause">{clause ?? ''}</td>
      <td className="statement-view__value">{value}</td>
    </tr>
  )
}
