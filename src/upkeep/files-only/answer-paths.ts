import { friendlyPaths } from '../../../engine/index.ts'
import { memberMeant, nameOf, type Answer } from './answer.ts'
import { jobsInWords } from './answer-fit.ts'
import { AskedWrongly } from './errors.ts'
import type { NetworkInFiles } from './network-in-files.ts'

const SHOWN = 3

/** Who can introduce us: up to three friendly paths, with what stands behind each step. */
export function answerPaths(network: NetworkInFiles, asked: { readonly from: string; readonly to: string }): Answer {
  const { atlas } = network
  const [from, to] = [memberMeant(network, asked.from), memberMeant(network, asked.to)]
  if (from === to) throw new AskedWrongly('From and to are the same member.')
  const [a, b] = [numberOf(network, from), numberOf(network, to)]
  const found = friendlyPaths(atlas.ties(atlas.viewer(from).reach), a, b, { evidence: (one, other) => worksBetween(network, one, other) })
  const name = (number: number) => nameOf(network, atlas.organisations.texts[number] ?? '')
  const paths = found.map(({ introducer, steps }) => ({
    introducer: introducer === undefined ? null : name(introducer),
    steps: steps.map((step) => ({ from: name(step.from), to: name(step.to), because: `${step.evidence.length === 1 ? 'One job together' : `${step.evidence.length} jobs together`}: ${jobsInWords(network, step.evidence.slice(0, SHOWN))}`, jobs: step.evidence })),
  }))
  const lines = paths.flatMap(({ introducer, steps }) => [
    introducer === null ? `You know ${nameOf(network, to)} already.` : `Ask ${introducer}.`, ...steps.map((step) => `    ${step.from} and ${step.to}. ${step.because}`),
  ])
  return { found: paths.length > 0, json: { from: nameOf(network, from), to: nameOf(network, to), paths }, lines: paths.length > 0 ? lines : [`No friendly path of three steps leads from ${nameOf(network, from)} to ${nameOf(network, to)}.`] }
}

function numberOf({ atlas }: NetworkInFiles, id: string): number {
  return atlas.organisations.find(id) ?? -1
}

/** The jobs two did together, the latest first. */
function worksBetween({ atlas: { works } }: NetworkInFiles, one: number, other: number): readonly string[] {
  const theirs = new Set([...works.byMember.settled(other), ...works.byMember.added(other)])
  const both = [...works.byMember.settled(one), ...works.byMember.added(one)].filter((work) => theirs.has(work) && works.profile.data[work] === 0)
  return both.sort((a, b) => (works.on.data[b] ?? 0) - (works.on.data[a] ?? 0) || a - b).map((work) => works.ids[work] ?? '')
}
