import { Segmented } from 'antd'

export type Shape = 'picture' | 'table'

/** The same figures as a picture or as a table. */
export function ShownAs({ what, shape, choose }: { what: string; shape: Shape; choose: (shape: Shape) => void }) {
  return (
    <Segmented
      aria-label={`${what}的样子`}
      value={shape}
      options={[
        { value: 'picture', label: '图' },
        { value: 'table', label: '表' },
      ]}
      onChange={choose}
    />
  )
}
