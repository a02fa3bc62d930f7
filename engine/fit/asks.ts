import type { Atlas } from '../atlas/atlas.ts'
import { parts as partsFrom } from '../atlas/check-row.ts'
import type { BriefRow, Lens } from '../atlas/rows.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import type { Ask, BriefInHand, Question } from './question.ts'
import type { Topic } from './similar-works.ts'

/** More parts of a brief, or wants, than this are not looked at. */
const MOST_ASKS = 200

export type Asked = { readonly asks: readonly Ask[]; readonly topic: Topic; readonly openToRivals: boolean; readonly owner?: string }

/** What the question comes down to: things asked for, and a topic to look for in past works. */
export function asked(atlas: Atlas, viewer: Viewer, question: Question, lens: Lens): Asked | 'no-such-brief' | 'nothing-asked' {
  const brief = briefIn(atlas, viewer, question.brief)
  if (brief === 'no-such-brief') return brief
  const found = brief ? fromBrief(atlas, brief) : textIn(question.want) ? fromWords(atlas, question.want) : fromOwn(atlas, viewer, lens)
  const words = brief && textIn(question.want) ? `${found.topic.text} ${question.want}` : found.topic.text
  const topic = { text: words.trim(), tags: found.topic.tags }
  if (found.asks.length === 0 && topic.text === '' && topic.tags.length === 0) return 'nothing-asked'
  return { ...found, topic }
}

type Brief = BriefInHand & Partial<Pick<BriefRow, 'id' | 'organisation'>>

function briefIn(atlas: Atlas, viewer: Viewer, brief: Question['brief']): Brief | 'no-such-brief' | undefined {
  if (brief === undefined || brief === null) return undefined
  if (typeof brief !== 'string') return typeof brief === 'object' ? brief : undefined
  const row = atlas.briefs.get(brief)
  // The same answer for a brief that is hidden and one that never was.
  return row && maySeeRow(viewer, row) ? row : 'no-such-brief'
}

function fromBrief(atlas: Atlas, brief: Brief): Asked {
  const parts = partsFrom(brief.parts).slice(0, MOST_ASKS)
  const from = brief.id === undefined ? {} : { from: { is: 'brief' as const, id: brief.id } }
  const asks = parts.map((part): Ask => ({
    id: part.id, text: part.text ?? '', must: part.must === true, weight: part.weight ?? 1, ...from,
    capabilities: part.capability === undefined ? atlas.vocabulary.saidIn(part.text ?? '') : [part.capability],
  }))
  const text = [brief.text, ...parts.map((part) => part.text ?? nameOf(atlas, part.capability))].filter(textIn).join(' ')
  const whole = asks.length > 0 ? asks : capabilityAsks(atlas, textIn(brief.text) ? brief.text : '')
  const tags = Array.isArray(brief.tags) ? brief.tags.filter(textIn) : []
  return { asks: whole, topic: { text, tags }, openToRivals: brief.openToRivals === true, ...(brief.organisation ? { owner: brief.organisation } : {}) }
}

const fromWords = (atlas: Atlas, want: string): Asked => ({ asks: capabilityAsks(atlas, want), topic: { text: want, tags: [] }, openToRivals: false })

/** Nothing in hand: a viewer looks for what it has said it wants; for cover, for others who do what it does itself. */
function fromOwn(atlas: Atlas, viewer: Viewer, lens: Lens): Asked {
  if (viewer.id === undefined) return { asks: [], topic: { text: '', tags: [] }, openToRivals: false }
  const wants = atlas.wants.naming(viewer.id).filter((want) => want.organisation === viewer.id && (want.lens ?? lens) === lens).slice(0, MOST_ASKS)
  const asks = wants.map((want): Ask => ({
    id: want.id, text: want.text ?? '', must: false, weight: 1, from: { is: 'want', id: want.id },
    capabilities: want.capability === undefined ? atlas.vocabulary.saidIn(want.text ?? '') : [want.capability],
  }))
  if (lens === 'cover') asks.push(...ownClaims(atlas, viewer))
  const names = asks.flatMap((ask) => ask.capabilities.map((id) => nameOf(atlas, id)))
  const own = lens === 'audience' && asks.length === 0 ? (atlas.organisations.rows[viewer.number]?.text ?? '') : ''
  return { asks, topic: { text: [...new Set([...asks.map(({ text }) => text), ...names, own])].filter(textIn).join(' '), tags: [] }, openToRivals: false }
}

const ownClaims = (atlas: Atlas, viewer: Viewer): Ask[] =>
  atlas.claims.naming(viewer.id!).filter(({ organisation }) => organisation === viewer.id).slice(0, MOST_ASKS).map((claim) => ({
    id: claim.id, text: '', must: false, weight: 1, capabilities: [claim.capability], from: { is: 'claim', id: claim.id },
  }))

const capabilityAsks = (atlas: Atlas, text: string): Ask[] =>
  atlas.vocabulary.saidIn(text).slice(0, MOST_ASKS).map((id) => ({ id, text: nameOf(atlas, id), must: false, weight: 1, capabilities: [id] }))

const nameOf = (atlas: Atlas, capability: string | undefined): string => (capability === undefined ? '' : (atlas.vocabulary.rows.get(capability)?.name ?? ''))
const textIn = (text: unknown): text is string => typeof text === 'string' && text.trim() !== ''
