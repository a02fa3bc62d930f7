import { assemble } from '../assembly/assemble.ts'
import { preparePool } from '../assembly/pool.ts'
import { whatIf } from '../assembly/what-if.ts'
import { buildAtlas } from '../atlas/atlas.ts'
import type { Row, Strength } from '../atlas/rows.ts'
import { teamCandidates } from '../fit/team-candidates.ts'
import { quantile } from '../evaluate/task-b.ts'
import { seeded } from './skewed-network.ts'

/**
 * A brief from end to end, as the team builder asks it: who could take each part as the lead sees them, the pool, every proposal, and one
 * click after another.
 *   node engine/bench/teams.ts [organisations] [parts]
 */
const [organisations = 30_000, parts = 20] = process.argv.slice(2).map(Number)
const ROUNDS = 8
const CAPABILITIES = 40
const now = () => performance.now()
/** Time of the processor, for a machine that is busy with other things. */
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }

const atlas = buildAtlas(rows(organisations))
const times: Record<string, number[]> = { candidates: [], pool: [], proposals: [], whole: [], 'whole, processor': [], 'what if': [], 'what if, processor': [] }
const bounds: number[] = []
for (let turn = 0; turn < ROUNDS; turn++) {
  const lead = `o${turn * 97}`
  const asked = Array.from({ length: parts }, (_, n) => ({ id: `p${n}`, need: n < parts * 0.8 ? 'must' as const : 'should' as const, capability: `c${(turn * 5 + n) % CAPABILITIES}` }))
  const start = now(), started = spent()
  const found = teamCandidates(atlas, { viewer: lead, on: '2027-03-02', parts: asked })
  const fed = now()
  const pool = preparePool({ parts: asked, mustHave: [lead], limit: 12 }, found.candidates, found.ties)
  if (pool.is === 'refused') throw new Error(pool.because)
  const prepared = now()
  const answer = assemble(pool, { now, milliseconds: 350, steady: true })
  const done = now(), ended = spent()
  for (const [name, took] of [['candidates', fed - start], ['pool', prepared - fed], ['proposals', done - prepared], ['whole', done - start], ['whole, processor', ended - started]] as const) times[name]?.push(took)
  bounds.push(...answer.teams.map((team) => (team.sure.is === 'proven best' ? 0 : team.sure.atMostBelow.percent)))
  for (const member of answer.teams[0]?.members.slice(0, 4) ?? []) {
    if (member.id === lead) continue
    const since = now(), sinceSpent = spent()
    whatIf(pool, { drop: member.id }, { now, before: answer })
    times['what if']?.push(now() - since)
    times['what if, processor']?.push(spent() - sinceSpent)
  }
}
for (const [name, all] of Object.entries(times)) console.log(`${name.padEnd(18)} p50 ${quantile(all, 0.5).toFixed(0).padStart(5)} ms   p95 ${quantile(all, 0.95).toFixed(0).padStart(5)} ms   most ${Math.max(...all).toFixed(0).padStart(5)} ms`)
console.log(`proven best ${bounds.filter((one) => one === 0).length} of ${bounds.length}, others at most ${Math.max(...bounds).toFixed(1)} % below the best`)

/** Each does one to four things, the popular ones most often; a third has proof, and a few know many. */
function* rows(size: number): Generator<Row> {
  const random = seeded(size)
  const skewed = (most: number) => Math.floor(most * random() * random())
  const strengths: readonly Strength[] = ['can_do', 'best_at', 'only_us']
  for (let n = 0; n < CAPABILITIES; n++) yield { is: 'capability', id: `c${n}`, name: `Capability ${n}` }
  for (let n = 0; n < size; n++) {
    yield { is: 'organisation', id: `o${n}`, kind: `trade ${skewed(200)}`, text: `Firm ${n} of trade ${skewed(200)}`, place: { town: `t${skewed(60)}` } }
    const held = new Set(Array.from({ length: 1 + skewed(5) }, () => Math.floor(random() * CAPABILITIES)))
    for (const capability of held) {
      const claim = `k${n}-${capability}`
      yield { is: 'claim', id: claim, organisation: `o${n}`, capability: `c${capability}`, strength: strengths[Math.floor(random() * 3)] ?? 'can_do' }
      if (random() < 0.33) yield { is: 'proof', id: `f${claim}`, claim, on: random() < 0.6 ? '2026-04-01' : '2021-04-01' }
    }
  }
  for (let n = 0; n < size * 2; n++) {
    const [one, other] = [skewed(size), Math.floor(random() * size)]
    if (one !== other) yield { is: 'tie', id: `t${n}`, between: [`o${one}`, `o${other}`], weight: 1 / (1 + skewed(12)) }
  }
}
