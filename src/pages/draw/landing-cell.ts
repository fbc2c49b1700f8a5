import type { DrawPageView, Receipt } from '@/cloud/prize-draw'

/**
 * The cell of the grid that shows a draw's outcome: the won prize, or a "thanks" cell. Where several fit, the receipt's
 * ticket chooses, so that the same receipt always lands on the same cell. Null when no cell fits.
 */
export function landingCell(grid: DrawPageView['grid'], { outcome, ticket }: Receipt): number | null {
  const shows = outcome.kind === 'won' ? outcome.prizeId : null
  const fitting = grid.flatMap((prizeId, cell) => (prizeId === shows ? [cell] : []))
  return fitting[ticket % fitting.length] ?? null
}
