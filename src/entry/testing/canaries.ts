import { briefsCanaries } from './briefs-of-alder.ts'
import { partnershipsCanaries } from './partnerships-of-alder.ts'
import { matchesCanaries } from './matches-of-alder.ts'
import { introductionsCanaries } from './introductions-of-alder.ts'
import { referralsCanaries } from './referrals-of-alder.ts'
import { coverCanaries } from './cover-of-alder.ts'
import { teamsCanaries } from './teams-of-alder.ts'
import { outcomesCanaries } from './outcomes-of-alder.ts'
import { organisingCanaries } from './organising-of-alder.ts'
import { NAMES, phoneOf, type Name, type World } from './world.ts'

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export type Canary = { readonly word: string; readonly may: readonly Name[] }

const alderStaff = ['ann', 'amy'] as const
const guildMembers = ['ann', 'amy', 'mel', 'hal', 'olga'] as const
/** Alder shows its page to its networks; partners and those shown a part see it too. */
const alderPage = [...guildMembers, 'pat', 'quin'] as const
/** Whoever hosts the house can read the letters it sends. We say so. */
const host = 'hugh'

export function canariesOf(world: World): readonly Canary[] {
  const { links, tokens, answers } = world
  const each = (words: readonly string[], ...may: readonly Name[]): Canary[] => words.map((word) => ({ word, may }))
  // Xena was written to when she was taken off the list.
  return [
    ...each(['Canaryorgalder'], ...alderPage, host, 'xena'), // whoever asks somebody to their bench gives their name
    ...each(['Canarylinealder', 'Canarystoryalder', 'canarysitealder', '09876541'], ...alderPage),
    // Letters about referrals go to the address on the page.
    ...each(['canarydeskalder'], ...alderStaff, 'quin', host), ...each([phoneOf('alder')], ...alderStaff, 'quin'), ...each(['Canarytownalder'], ...alderStaff, 'pat'),
    ...each(['Canaryanswershown', 'Canaryclaimshown', 'Canarysaysshown', 'Canarypapershown', 'Canarynumbershown'], ...alderPage),
    ...each(['Canaryanswerhidden', 'Canaryclaimhidden', 'Canarysayshidden', 'Canarycapacityhidden', 'Canaryclaimremoved', 'Canaryfigurehidden', 'Canarysourcehidden', 'Canaryjobhidden', 'Canarywitness', 'Canarygiver', 'Canaryquotewaiting', 'Canarylooker', 'Canarylooknote', 'Canaryversion', 'Canarysuggester', 'Canarysuggestion'], ...alderStaff),
    ...each([answers.look, answers.jobLink, answers.quoteLink], 'ann'),
    ...each(['Canaryorgholly'], 'hal', 'olga'), ...each(['Canarylineholly', 'Canarystoryholly', 'canarysiteholly', 'canarydeskholly', 'Canarytownholly', phoneOf('holly')], 'hal'),
    ...each(['Canaryorggone', 'Canarylinegone', 'Canarystorygone', 'canarydeskgone', 'Canarytowngone'], 'una'),
    ...each(['Canaryorgstub', 'Canarylinestub', 'Canaryclaimer', links.claim], 'ann'),
    ...each(['Canaryguild', 'Canarypurpose'], ...guildMembers, host), ...each(['Canarykind', 'Canaryrules', 'Canaryskill', 'Canarysynonym', 'Canarynarrower', 'Canaryretired'], ...guildMembers),
    ...each(['Canaryposter', links.join], 'olga'), ...each(['Canarybecause'], 'olga', 'xena', host),
    ...each(['Canaryinvitee', 'canaryinvited', 'Canarynote', links.invitation], 'olga', host),
    ...each(['Canarycolleague'], ...alderStaff), ...each(['canaryasked', links.staff], 'ann', host), ...each(['Canaryreason'], ...alderStaff, 'quin'),
    ...each(['Canarytoken'], 'ann'), ...each([tokens.read.text, tokens.write.text]),
    ...NAMES.flatMap((name) => [...each([`Canarydevice${name}`], name), ...each([`canarymail${name}`], name, host), ...each([`Canaryname${name}`], name, host, ...namedTo(name))]), // their letters begin with their names
    ...briefsCanaries(world), ...partnershipsCanaries(world), ...matchesCanaries(world), ...introductionsCanaries(world), ...referralsCanaries(world), ...coverCanaries(world), ...teamsCanaries(world), ...outcomesCanaries(world), ...organisingCanaries(world),
  ]
}

/** Colleagues know each other; organisers are named to their members, and know who works for these. */
function namedTo(name: Name): readonly Name[] {
  if (name === 'olga') return [...guildMembers, host]
  if (name === 'ann' || name === 'amy') return [...alderStaff, 'olga']
  return name === 'mel' || name === 'hal' ? ['olga'] : []
}

/** Those words in a text that this reader may not be shown. */
export function strays(text: string, reader: Name | 'nobody', canaries: readonly Canary[]): readonly string[] {
  return canaries.filter(({ word, may }) => text.includes(word) && !(may as readonly string[]).includes(reader)).map(({ word }) => word)
}
