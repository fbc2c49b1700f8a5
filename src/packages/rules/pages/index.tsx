import { useRules } from '@/cloud/campaign'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Contents } from '../Contents'
import { Edition } from '../Edition'
import { RulesHead } from '../RulesHead'
import { Section } from '../Section'

/** 活动规则: everything the campaign promises and asks, from the published terms alone. Needs no login. */
export default function Rules() {
  const { reading, reload } = useRules()
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[96, 180, 120, 240]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} />
      </Page>
    )
  }
  const { campaign, publishedAt, summary, sections } = reading.data
  return (
    <Page demo={campaign.demo}>
      <RulesHead campaign={campaign} summary={summary} stale={reading.stale} />
      <Contents sections={sections} />
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <Edition campaign={campaign} publishedAt={publishedAt} />
    </Page>
  )
}
