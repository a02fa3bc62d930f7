/** What both sides say of themselves where fellow members see it. Absent parts are simply not written. */
export type OwnWords = {
  readonly name: string
  /** What they do best: a claim in their words, or their answer to question 3. */
  readonly best?: string
  /** What only they do: their answer to question 4. */
  readonly only?: string
  /** What they look for: their answer to question 2. */
  readonly needs?: string
}

export type Draft = { readonly toIntroducer: string; readonly toOther: string }

/**
 * The two notes of an introduction, in the asker's voice: one for whoever introduces, one that the other side reads. Written from both
 * sides' own words alone; nothing is made up and nothing is guessed. The asker changes a line and sends.
 */
export function draftNotes({ us, them, introducer, signed, knowsUs, knowsThem, further }: {
  us: OwnWords
  them: OwnWords
  introducer: { readonly name: string; /** The organisation, as sentences about it begin. */ readonly firm: string }
  signed: string
  /** How the introducer knows either side: whole sentences as the asker reads them. */
  knowsUs?: string
  knowsThem?: string
  /** Somebody they know who knows the other side. */
  further?: string
}): Draft {
  const theirBest = them.only ?? them.best
  const ourBest = us.best ?? us.only
  const signature = signed === us.name ? us.name : `${signed}, ${us.name}`
  return {
    toIntroducer: letter([
      `Hello ${introducer.name},`,
      `Would you introduce us to ${them.name}?`,
      [knowsThem && toThem(knowsThem, introducer.firm), further && `You know ${further}, who knows them.`, knowsUs && toUs(knowsUs)].filter(Boolean).join(' '),
      us.needs && `What we are looking for: ${quoted(us.needs)}`,
      theirBest && `What made us think of them: ${quoted(theirBest)}`,
      them.needs && ourBest && `And we may be of use to them. They look for: ${quoted(them.needs)} What we do best: ${quoted(ourBest)}`,
      'If it does not suit you, just say so; we will not be told.',
      signature,
    ]),
    toOther: letter([
      'Hello,',
      theirBest ? `We would like to meet you because of this: ${quoted(theirBest)}` : `We are ${us.name} and would like to meet you.`,
      us.needs && `What we are looking for: ${quoted(us.needs)}`,
      ourBest && `What we do best: ${quoted(ourBest)}`,
      them.needs && `You say you could do with: ${quoted(them.needs)} We may be able to help.`,
      signature,
    ]),
  }
}

/** For an organiser who brings two members together: one note that both read. */
export function draftBetween(one: OwnWords, other: OwnWords, signed: string): string {
  const about = (who: OwnWords) => {
    const says = who.only ?? who.best
    return says && `${who.name}: ${quoted(says)}`
  }
  const need = (who: OwnWords) => who.needs && `${who.name} could do with: ${quoted(who.needs)}`
  return letter(['Hello both,', `I think ${one.name} and ${other.name} should meet.`, about(one), need(one), about(other), need(other), signed])
}

const MOST = 260

/** Somebody's own words within a sentence, cut at a word where they are long, with a full stop of their own. */
function quoted(words: string): string {
  const plain = words.trim().replaceAll(/\s+/g, ' ')
  const short = plain.length <= MOST ? plain : `${plain.slice(0, MOST).replace(/\s+\S*$/, '').replace(/[,;:]$/, '')}…`
  return `“${/[.!?…]$/.test(short) ? short : `${short}.`}”`
}

/** "Don Side Controls and Moorside are partners." said to Don Side Controls. */
const toThem = (sentence: string, firm: string): string => (sentence.startsWith(`${firm} and `) ? `You and ${sentence.slice(firm.length + 5)}` : sentence)
/** "You and Don Side Controls are partners." said to Don Side Controls by us. */
const toUs = (sentence: string): string => sentence.replace(/^You and .+? (did|pass|recommend|have|were|are) /, 'You and we $1 ')

function letter(lines: readonly (string | undefined | false)[]): string {
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n\n')
}
