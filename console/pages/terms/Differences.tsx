import { type Difference, judgementTexts } from '#contract/terms'
import { EmptyBlock } from '../../components/StateBlock'
import { type StateShown, StateTag } from '../../components/StateTag'

const shown: Readonly<Record<Difference['judgement'], StateShown>> = {
  favourable: { word: judgementTexts.favourable, tone: 'good' },
  neutral: { word: judgementTexts.neutral, tone: 'quiet' },
  unfavourable: { word: judgementTexts.unfavourable, tone: 'bad' },
}

/** The worst first: one of those is enough to stop the others. */
const order: readonly Difference['judgement'][] = ['unfavourable', 'favourable', 'neutral']

/** What two versions say differently, each judged by word and colour, with the reason. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <EmptyBlock sentence="两版说的完全一样。" />
  const sorted = [...differences].sort((a, b) => order.indexOf(a.judgement) - order.indexOf(b.judgement))
  return (
    <table className="terms__differences" aria-label="差别">
      <thead>
        <tr>
          <th>对参与人</th>
          <th>哪一项</th>
          <th>原来</th>
          <th>现在</th>
          <th>为什么</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ path, clause, label, before, after, judgement, why }) => (
          <tr key={path + label} className={`terms__difference terms__difference--${judgement}`}>
            <td>
              <StateTag state={shown[judgement]} />
            </td>
            <th scope="row">
              {label}
              {clause && <small>{clause}</small>}
            </th>
            <td>{before === null ? '—' : <del>{before}</del>}</td>
            <td>{after === null ? '（删去）' : <ins>{after}</ins>}</td>
            <td className="terms__why">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
