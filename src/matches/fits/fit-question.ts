import type { BriefInHand, FitQuestion as EngineQuestion, Lens } from '../../../engine/index.ts'
import type { Asker } from './asker.ts'

/** Why one looks, and for what. Without words, brief or need our own needs and question 2 are asked for. */
export type FitQuestion = {
  readonly lens: Lens
  /** What is wanted, in words. */
  readonly want?: string
  /** A brief we may see, by its id. */
  readonly brief?: string
  /** A capability of the network. */
  readonly capability?: string
  /** One of our own needs, by its id. */
  readonly need?: string
  readonly withinMiles?: number
  /** The district distances are measured from; our own where it is left out. */
  readonly near?: string
  readonly proven?: boolean
  /** Days in which they should be free. */
  readonly free?: { readonly from: string; readonly until: string }
  /** `small`: those with three past jobs at most. `new`: those we have not worked with. */
  readonly list?: 'all' | 'new' | 'small'
  /** Also those of whom nothing answers what is asked, such as whom we have worked with on other things. */
  readonly widely?: boolean
  /** How many at most, 1 to 200. */
  readonly most?: number
  /** Leaves out these besides those who are not for us. */
  readonly leaveOut?: readonly string[]
}

/** A brief the asker may see, as the engine reads one in hand. */
export type QuestionBrief = BriefInHand & { /** Its parts are wishes apart. */ readonly anyOf?: boolean }

const KM_IN_A_MILE = 1.609344

/** The application's question as the engine is asked it. */
export function engineQuestion(asker: Asker, question: FitQuestion, brief?: QuestionBrief): EngineQuestion {
  const { lens, withinMiles, proven, free, list = 'all', most = 200 } = question
  const want = question.want?.trim() || undefined
  return {
    ...(asker.organisation ? { viewer: asker.organisation } : { anyMember: true }), lens, on: asker.today, list, limit: most, ...(asker.from ? { from: asker.from } : {}),
    ...(brief ? { brief } : want ? { want } : {}), anyOf: brief ? brief.anyOf === true : !want,
    filters: {
      ...(withinMiles ? { withinKm: withinMiles * KM_IN_A_MILE } : {}), ...(proven ? { proven: true } : {}), ...(free ? { available: true, between: free } : {}),
      leaveOut: [...asker.notForUs, ...question.leaveOut ?? []],
    },
    shown: takingTurns(asker),
  }
}

/**
 * Near equals take turns by lot: who of them begins differs from one asker to the next, and from week to week. A count of who was shown to
 * whom would tell of what was shown to others only, and would have to be kept; lots are drawn from ids and the week alone (decision 22).
 */
function takingTurns({ organisation, today }: Asker): ReadonlyMap<string, number> {
  const turn = `${organisation ?? ''} ${Math.floor(Date.parse(today) / WEEK)}`
  return new (class extends Map<string, number> {
    override get(id: string): number {
      return spread(`${turn} ${id}`) % LOTS
    }
  })()
}

const WEEK = 7 * 86_400_000
/** The engine is told a lot as having been shown so often: a fortieth of a score at most, and so it moves near equals only. */
const LOTS = 10

function spread(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return (hash ^ (hash >>> 15)) >>> 0
}
