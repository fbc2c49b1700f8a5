import { useState } from 'react'
import { listBenefits, sumBenefits } from '#contract/benefits'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { ExportButton } from '../../components/ExportButton'
import { MoneyText } from '../../components/MoneyText'
import { PageHeader } from '../../components/PageHeader'
import { useAddress } from '../../components/use-address'
import { usePages } from '../../components/use-pages'
import { BenefitDrawer } from './BenefitDrawer'
import { columnsAt, exportedColumnsAt } from './columns'
import { filterOf, wordsOf } from './filter'
import { LedgerFilters } from './LedgerFilters'
import './benefits.css'

/** 权益台账: all that the campaign gives, in one book. */
export default function Benefits() {
  const { address, choose, clear } = useAddress()
  const [opened, setOpened] = useState<string | null>(null)
  const filter = filterOf(address)
  const { cursor, paging } = usePages(address.toString())
  const { reading, reload } = useReading(listBenefits, { filter, cursor })
  const { reading: sum } = useReading(sumBenefits, { filter })
  const listed = reading.status === 'ready' ? reading.data : null
  const summed = sum.status === 'ready' ? sum.data : null
  const branches = summed?.branches ?? []
  const now = listed?.now ?? 0

  return (
    <>
      <PageHeader
        title="权益台账"
        about="活动给出的每一项权益都在这里，只增不删：金额怎么算的、走到哪一步、等谁办。"
        actions={
          listed && (
            <ExportButton
              list="benefits"
              filters={wordsOf(filter, branches)}
              columns={exportedColumnsAt(now)}
              readPage={async (from) => {
                const page = await call(listBenefits, { filter, cursor: from })
                if (!page.ok) return page
                const { items, next } = page.data
                return { ok: true, data: { rows: items, next, ...(summed && { total: summed.count }) } }
              }}
            />
          )
        }
      />
      <LedgerFilters filter={filter} branches={branches} choose={choose} clear={clear} />
      <Card inside="flush">
        {summed && (
          <p className="ledger__sum" aria-live="polite">
            共 <b>{summed.count}</b> 笔，给客户 <MoneyText of={summed.amountFen} />
            ，成本 <MoneyText of={summed.costFen} />
            {summed.unknown > 0 && `，另有 ${summed.unknown} 笔待核实，还没有金额`}
          </p>
        )}
        <DataTable
          label="权益台账"
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
          reload={reload}
          columns={columnsAt(now)}
          rowKey={({ benefitId }) => benefitId}
          empty={{ sentence: '没有符合这些条件的权益。' }}
          paging={paging(listed?.next ?? null)}
          open={({ benefitId }) => setOpened(benefitId)}
        />
      </Card>
      <BenefitDrawer benefitId={opened} close={() => setOpened(null)} />
    </>
  )
}
