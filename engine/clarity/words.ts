import type { Because, Hold, Level, Mark, Note, NoteKind, Question } from './answer.ts'

/** The coaching in words, one table, so that browser and server say the same. British English. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  vague: 'Vague', 'getting there': 'Getting there', clear: 'Clear', convincing: 'Convincing',
}

type Say<K extends NoteKind['kind']> = (note: Extract<NoteKind, { kind: K }> & Pick<Note, 'words'>, question: Question) => string

const COACHING: { readonly [K in NoteKind['kind']]: Say<K> } = {
  'empty': (_, question) => START[question],
  'anyone-could-say': ({ words }) => words.length === 1
    ? `${quoted(words)}: anyone could say this. What would a customer notice?`
    : `${quoted(words)}: anyone could say these. What would a customer notice?`,
  'says-little': (_, question) => question < 3 ? 'Name the thing itself: what is missing or wanted, in plain words.' : 'Name what you make or do, in the words a customer would use.',
  'list-of-words': () => 'This reads like search words. One sentence to one person does more.',
  'other-language': () => 'Our coaching only reads English so far. Your answer is welcome as it is.',
  'shouting': () => 'Small letters are easier to read.',
  'too-long': ({ enough }) => `The first two sentences do most of the work. Try it in under ${enough.toLocaleString('en-GB')} letters.`,
  'empty-number': ({ words }) => `${quoted(words)} says little by itself. Which number would matter to a customer?`,
  'vague-amount': ({ words }) => `${quoted(words)}: how many, roughly?`,
  'no-fact': ({ missing }) => `Add one fact: ${either(missing.map((kind) => A[kind]))}.`,
  'no-audience': (_, question) => question === 1 ? 'Who goes without today?' : 'Who is it for, and what happens that others can’t do?',
  'no-proof': () => 'Is there a job, a recommendation or a paper that shows it? Add it as proof.',
  'old-proof': () => 'The proof behind this is old. Is there something newer?',
  'others-say-only': ({ others, proven }) => `${count(others, 'other member says', 'other members say')} “only us” about this${withProof(others, proven)}. Where, for whom or how is it only you?`,
  'others-can-too': ({ others, proven }) => `${count(others, 'other member says they', 'other members say they')} can do this too${withProof(others, proven)}. What is the part only you can do?`,
  'others-say-best': ({ others, proven }) => `${count(others, 'other member calls', 'other members call')} this what they do best${withProof(others, proven)}. What sets yours apart?`,
  'compared-with-nobody': ({ words }) => `${quoted(words)}: than whom, and by how much?`,
  'not-said-only': () => 'Finish the sentence “Only we…”. What would your rivals have to leave out?',
  'nothing-sought': () => 'Say who or what you are looking for, as you would to a friend.',
  'no-amount': (_, question) => question === 2 ? 'How much is it: how many, how often or how long?' : 'How many, how often or how much?',
  'no-date': (_, question) => question === 2 ? 'By when, or on which days?' : 'By when, or since when?',
  'no-place': () => 'Where, or from whom?',
  'no-terms': () => 'What do they get for it? A price, a swap or a share of the work.',
  'no-need': () => 'What goes wrong, or is missing, for whom?',
  'no-ask': () => 'What would it take to put right?',
}

const START: Readonly<Record<Question, string>> = {
  1: 'Start with “Someone has to…”.',
  2: 'Start with “We are looking for…”.',
  3: 'Start with the job people come back for.',
  4: 'Start with “Only we…”.',
}

const A = { number: 'a number', money: 'a price', date: 'a date', place: 'a place', name: 'a name', credential: 'a paper' } as const

/**
 * One note as a sentence for its owner.
 * @example coach({ kind: 'anyone-could-say', ranges: [{ start: 0, end: 7 }], words: ['bespoke'] }, 4) // '“bespoke”: anyone could say this. What would a customer notice?'
 */
export function coach(note: Note, question: Question): string {
  const say = COACHING[note.kind] as Say<NoteKind['kind']> // the kind picks its own sentence, which the type cannot see
  return say(note, question)
}

/** `!` for words to look at again, `?` for something to add. */
export const toneOf = (note: Note): '!' | '?' => (LOOK.has(note.kind) ? '!' : '?')

const LOOK: ReadonlySet<NoteKind['kind']> = new Set([
  'anyone-could-say', 'empty-number', 'vague-amount', 'compared-with-nobody', 'others-say-only', 'others-can-too', 'others-say-best', 'list-of-words', 'shouting', 'too-long', 'old-proof',
])

/** One rule behind a level as a sentence, for whoever asks why. */
export function explain(because: Because): string {
  return because.effect === 'raised' ? RAISED[because.rule] : `${HELD[because.rule]} It stays at “${LEVEL_WORDS[because.at]}” until then.`
}

const RAISED: Readonly<Record<Mark, string>> = {
  'something named': 'It names something particular.', 'more named': 'It says what, in some detail.', 'much named': 'It paints the whole picture.',
  'audience': 'It says who it is for.', 'place': 'It says where it happens.', 'number': 'It gives a number.', 'more numbers': 'Its numbers can be set side by side.',
  'money': 'It names a price.', 'date': 'It says when it happens.', 'name': 'It names names.', 'effect': 'It says what follows from it.', 'compared': 'It says compared with what.',
  'only': 'It says what is yours alone.', 'track record': 'It tells of work done that could be checked.', 'long track record': 'It tells of work done in several ways.',
  'proof': 'There is proof behind it.', 'old proof': 'There is proof behind it, though old.', 'need': 'It says what is wrong or missing.',
  'what it takes': 'It says what it would take.', 'sought': 'It says who or what is sought.', 'terms': 'It says what the other side gets.',
}

const HELD: Readonly<Record<Hold, string>> = {
  'says little': 'It does not yet name anything particular.', 'no fact': 'It holds no fact yet that someone could check.',
  'list of words': 'It is a row of words, not a sentence.', 'mostly anyone’s words': 'Most of its words could be anyone’s.',
  'no proof': 'Nothing stands behind the claim yet.', 'others say only': 'Others in the network also say “only us” about this.',
  'others can too': 'Others in the network have shown that they can do this.', 'others say best': 'Others in the network also call this what they do best.',
  'not said only': 'It does not yet say what is yours alone.', 'not said what it takes': 'It does not yet say what it would take.',
  'no terms': 'It does not yet say what the other side gets.',
}

const quoted = (words: readonly string[]): string => [...new Set(words.map((word) => word.toLowerCase()))].map((word) => `“${word}”`).join(', ')
const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`)
const either = (things: readonly string[]): string => things.length < 2 ? things[0] ?? 'a number' : `${things.slice(0, -1).join(', ')} or ${things.at(-1)}`
const withProof = (others: number, proven: number): string => proven === 0 ? '' : proven === others ? ', with proof' : `, ${proven} with proof`
