import { Text, View } from '@tarojs/components'
import type { RulesSection } from '@/cloud/campaign'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { scrollToSection } from './anchor'
import './Contents.scss'

/** 目录: one tap to each part. */
export function Contents({ sections }: { sections: RulesSection[] }) {
  return (
    <Card title="目录">
      <View className="contents">
        {sections.map(({ id, title }) => (
          <View
            className="contents__link"
            hoverClass="contents__link--pressed"
            key={id}
            onClick={() => scrollToSection(id)}
            {...accessible({ role: 'button', label: `转到${title}` })}
          >
            <Text>{title}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}
