import { Text, View } from '@tarojs/components'
import type { RulesSection } from '@/cloud/campaign'
import { Card } from '@/components/Card'
import { anchorOf } from './anchor'
import { RulesTable } from './RulesTable'
import './Section.scss'

/** One part of the rules with the clause of the plan it carries out. */
export function Section({ section }: { section: RulesSection }) {
  const { id, title, clause, paragraphs, table } = section
  return (
    <View id={anchorOf(id)} className="rules-section">
      <Card title={title} aside={clause && <Text className="rules-section__clause">{clause}</Text>}>
        {paragraphs.map((paragraph) => (
          <Text className="rules-section__paragraph" key={paragraph}>
            {paragraph}
          </Text>
        ))}
        {table && <RulesTable caption={title} head={table.head} rows={table.rows} />}
      </Card>
    </View>
  )
}
