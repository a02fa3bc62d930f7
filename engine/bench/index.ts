import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '../evaluate/table.ts'
import { ATLAS_HEAD, benchAtlas } from './atlas.ts'
import { benchFind, FIND_HEAD } from './find.ts'
import { networks } from './networks.ts'
import { benchTrust, TRUST_HEAD } from './trust.ts'

/**
 * Times and memory of the engine beside its peers, in one run, as ratios.
 *   node --expose-gc engine/bench/index.ts [--sizes 1000,30000,100000,1000000] [--without assembly]
 * Finding is measured up to 100,000 organisations, the largest network one process is meant to hold.
 */
const { values: options } = parseArgs({ options: { sizes: { type: 'string', default: '1000,30000,100000,1000000' }, without: { type: 'string', default: '' } } })
const FIND_UP_TO = 100_000

const [atlases, finds, trusts]: [string[][], string[][], string[][]] = [[ATLAS_HEAD], [FIND_HEAD], [TRUST_HEAD]]
for (const network of networks(options.sizes.split(',').map(Number))) {
  console.error(network.name)
  const { atlas, line } = await benchAtlas(network)
  atlases.push(line)
  trusts.push(...(await benchTrust(network.name, atlas)))
  if (network.organisations <= FIND_UP_TO) finds.push(...(await benchFind(network.name, atlas)))
}
const sections = [atlases, finds, trusts]
if (!options.without.includes('assembly') && existsSync(join(import.meta.dirname, 'assembly.ts'))) sections.push(await assemblySection())
console.log(sections.map(table).join('\n\n'))

async function assemblySection(): Promise<string[][]> {
  console.error('assembly')
  const { benchAssembly } = await import('./assembly.ts')
  const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1))
  return [
    ['assembly', 'parts', 'pool p50 ms', 'answer p50 ms', 'p95', 'what-if p50 ms', 'p95', 'proven', 'widest gap', 'HiGHS beside ours'],
    ...(await benchAssembly()).map((row) => [
      row.organisations.toLocaleString('en-GB'), String(row.parts), figure(row.poolP50), figure(row.answerP50), figure(row.answerP95), figure(row.whatIfP50), figure(row.whatIfP95),
      `${(row.proven * 100).toFixed(0)} %`, `${figure(row.widestGap)} %`, row.highsRatio === undefined ? '' : `${figure(row.highsRatio)} x`,
    ]),
  ]
}
