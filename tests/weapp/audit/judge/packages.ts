import type { PackageSizes } from '../measurements'
import { above, type Breach } from './breach'

/** Our own budget, in KB of 1,024 bytes; WeChat takes 2,048 KB for one package and 30 MB in all. */
const budget = { main: 700, total: 1_536, any: 2_048 }

export function judgePackages({ main, subpackages }: PackageSizes): Breach[] {
  const total = Object.values(subpackages).reduce((sum, bytes) => sum + bytes, main)
  const findings = [
    ...above('the main package', main / 1024, budget.main, ' KB'),
    ...above('all packages together', total / 1024, budget.total, ' KB'),
    ...Object.entries({ main, ...subpackages }).flatMap(([name, bytes]) =>
      above(`the package ${name}`, bytes / 1024, budget.any, ' KB'),
    ),
  ]
  return findings.map((finding) => ({ page: 'packages', ...finding }))
}
