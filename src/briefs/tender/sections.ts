import type { Need } from '../brief.ts'

/** What a heading says of what stands under it. */
export type Section = {
  /** What is wanted stands here; what is said of the buyer, the bidding and the terms stands elsewhere. */
  readonly holds?: 'wanted' | 'other'
  readonly need?: Need
}

const OTHER = /\b(?:background|introduction|about (?:us|the|our)|who we are|history|how to (?:apply|respond|bid|submit|quote)|submissions?|instructions?|evaluation|award|scoring|weighting|selection|criteria for|timetable|key dates|important dates|dates?|contacts?|enquir\w+|questions|clarifications?|terms|conditions|payment|invoic\w*|pricing|prices?|budget|value|insurances?|data protection|confidential\w*|freedom of information|appendix|appendices|annex\w*|glossary|definitions|exclusions?|excluded|out of scope|not included|eligib\w+|declarations?|equalit\w+|policies|what to send|your (?:quote|response|proposal|tender))\b/i
const WANTED = /\b(?:scope|requirements?|specifications?|services?|works?|deliverables?|lots?|needs?|needed|wanted|looking for|tasks?|outputs?|packages?|objectives?|activities|duties|responsibilities|goods|products|supply|supplies|schedule|bill of quantities|what (?:we|you|is)|the job|the team|parts?)\b/i
const SHOULD = /\b(?:desirables?|nice[- ]to[- ]haves?|optional|preferred|preferably|bonus|ideally|would be (?:good|nice|welcome|helpful|useful)|would (?:also )?(?:like|welcome)|should(?:s| have)?|could(?:s| have)?)\b/i
const MUST = /\b(?:mandatory|essentials?|musts?(?: have)?|minimum|required|shall|core)\b/i

export function sectionOf(heading: string): Section {
  const need = SHOULD.test(heading) ? 'should' : MUST.test(heading) ? 'must' : undefined
  const holds = OTHER.test(heading) && !/\blots?\b/i.test(heading) ? 'other' : WANTED.test(heading) || need ? 'wanted' : undefined
  return { holds, need }
}

/** Whether it must or should be done, from the words themselves: the weaker word decides, since it was chosen. */
export function needIn(text: string): Need | undefined {
  if (/\b(?:should|desirables?|preferred|preferably|ideally|optional(?:ly)?|nice[- ]to[- ]have|could|may also|would be (?:good|nice|welcome|helpful|useful)|if possible|where possible|would (?:also )?(?:like|welcome))\b/i.test(text)) return 'should'
  if (/\b(?:must|shall|required?|requires|mandatory|essential|need(?:s|ed)?|have to|has to|at least|minimum)\b/i.test(text)) return 'must'
  return undefined
}

/** A word in a column of its own: M, Must, Essential, Yes, D, Desirable. */
export function needInCell(cell: string): Need | undefined {
  if (/^(?:m|e|must|mandatory|essential|required|yes|y|high|core)$/i.test(cell)) return 'must'
  if (/^(?:s|d|c|o|should|could|desirable|optional|preferred|no|n|medium|low)$/i.test(cell)) return 'should'
  return undefined
}

const BIDDING = /\b(?:tenders?|tenderers?|bids?|bidders?|bidding|applicants?|applications?|submissions?|submit(?:ted)?|quotations?|quotes?|proposals?|respondents?|responses?|candidates?|deadline|closing date|invoices?|insurance|indemnity|references?|award(?:ed)?|evaluat\w+|scor(?:e|ed|ing)|(?:this|the) (?:document|contract|agreement|authority|council) (?:may|reserves|will)|reserves? the right|clarification|portal|late (?:returns?|entries))\b/i

/** About how to bid, not about what to do. */
export const isAboutBidding = (text: string): boolean => BIDDING.test(text)

/** Nothing but a day, an address, a number to call. */
export function isAside(text: string): boolean {
  if (/@|https?:|www\.|\b(?:tel(?:ephone)?|phone|mobile)\b[^\p{L}]{0,6}\d{3}/iu.test(text) && text.length < 140) return true
  if (/^(?:date|deadline|closing|contact|e-?mail|telephone|address|ref(?:erence)?|version|issued?)\s*(?:[:–—]|$|(?:on|by|date|time|no\.?|number|us|me)\b|\d)/i.test(text) || /^page \d/i.test(text)) return true
  return text.split(/\s+/).length < 2 && !/\p{L}{5}/u.test(text)
}
