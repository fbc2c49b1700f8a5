import { type Day, formatDay } from '#values/days'
import type { CollectionWay } from './needs'
import type { CollectionStage } from './stage'

interface NextFacts {
  stage: CollectionStage
  opensOn: Day
  /** The last day for filling in or correcting. */
  untilOn: Day
  /** Of what is promised next; null where the calendar is not known. */
  dueOn: Day | null
  way: CollectionWay | null
  /** Of an in-person collection. */
  branchName: string | null
  /** Something has been filled in and not submitted. */
  drafted: boolean
  /** Why it was returned or refused. */
  why: string | null
}

const by = (on: Day | null, words: string): string => (on === null ? words : `${formatDay(on)}前（含当日）${words}`)

/** §5.4.4 What comes next for the winner, and by which day: one or two sentences. */
export function nextStep({ stage, opensOn, untilOn, dueOn, way, branchName, drafted, why }: NextFacts): string {
  switch (stage) {
    case 'not-open':
      return `${formatDay(opensOn)}起可以填写领奖信息，最迟 ${formatDay(untilOn)}（含当日）。`
    case 'to-fill':
      return `请在 ${formatDay(untilOn)}前（含当日）${drafted ? '提交已存的领奖信息' : '填写领奖信息'}，逾期视为放弃。`
    case 'returned':
      return `领奖信息需要改正：${why ?? '请核对后重新提交'}。请在 ${formatDay(untilOn)}前（含当日）改正后提交。`
    case 'submitted':
      return `领奖信息已提交，${by(dueOn, '核实完毕')}；核实前可以修改。`
    case 'verified':
      return way === 'in-person'
        ? `已核实，${by(dueOn, '备好')}。请到${branchName ?? '所选网点'}领取，到店后出示领奖码。`
        : `已核实，${by(dueOn, '寄出')}。`
    case 'code-coming':
      return `${by(dueOn, '券码发到这里')}，不用填写任何信息。`
    case 'handed-over':
      return way === 'code'
        ? '券码已发放，使用时出示。'
        : way === 'in-person'
          ? '已在网点领取。'
          : '已寄出，请留意快递。'
    case 'expired':
      return `领奖信息没有在 ${formatDay(untilOn)}前（含当日）提交，按活动规则视为放弃。`
    case 'refused':
      return `没有通过：${why ?? '请致电客服了解原因'}。`
  }
}
