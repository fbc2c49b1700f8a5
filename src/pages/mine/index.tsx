import { Page } from '@/components/Page'

export default function Placeholder() {
  return <Page>{null}</Page>
}
