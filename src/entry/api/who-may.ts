/**
 * Who may do what, in a sentence for each operation: the first rule that fits. The actions decide; the test beside this file holds each
 * sentence against who is really let through.
 */
export const WHO = {
  anyone: 'For anyone signed in, about themselves.',
  host: 'For whoever hosts this house; to others it is not there. A token needs the scope upkeep beside.',
  person: 'For a person signed in who proved who they are a short while ago, never for a program with a token.',
  visitor: 'For anyone who may see it; to others it is not there.',
  own: 'For anyone signed in: it holds what the organisation acted for has a part in.',
  staff: 'For everyone who works for the organisation acted for.',
  speaker: 'For owners and editors of the organisation acted for.',
  owner: 'For owners of the organisation acted for.',
  keeper: 'For owners and editors of this organisation, and whoever listed it until it is claimed.',
  colleague: 'For everyone who works for this organisation.',
  boss: 'For owners of this organisation.',
  lister: 'For whoever listed it, until it is claimed.',
  member: 'For members of this network and its organisers; to others it is not there.',
  memberStaff: 'For everyone who works for a member of this network; to others it is not there.',
  ourmember: 'For owners and editors of a member of this network.',
  organiser: 'For organisers of this network.',
  sides: 'For the organisations that have a part in it; to others it is not there.',
  speakerOfSide: 'For owners and editors of an organisation that has a part in it; to others it is not there.',
  link: 'For whoever holds its link, signed in.',
  asked: 'For whoever it was asked of.',
} as const
export type Who = keyof typeof WHO

const B = '/networks/{slug}/briefs/{brief}'
const RULES: readonly (readonly [RegExp, Who])[] = [
  [/ \/registers/, 'host'], [/^get \/everything\/notes/, 'staff'], [/ \/everything\/notes/, 'speaker'], [/ \/everything\/back/, 'anyone'],
  [/^(post|delete) \/tokens/, 'person'], [/^post (\/networks\/\{slug\})?\/webhooks(\/\{id\}\/secret)?$/, 'person'],
  [/ \/(webhooks)$/, 'speaker'], [/ \/webhooks/, 'speaker'], [/ \/networks\/\{slug\}\/webhooks/, 'organiser'],
  [/^post \/confirmations/, 'staff'], [/^get \/confirmations/, 'anyone'],
  [/^(put|post|delete) \/turns\/\{id\}\/(answer)/, 'asked'], [/^put \/turns/, 'asked'],
  [/ \/(me|calendar|sessions|tokens|turns|work|first-steps|search|together|notices|organisations|networks)$/, 'anyone'], [/ \/(turns|work|notices|sessions)\//, 'anyone'],
  [/^get \/organisations\/\{id\}$|^get \/organisations\/\{id\}\/(answers|certificates\/\{certificate\}\/file)$/, 'visitor'],
  [/^delete \/organisations\/\{id\}\/membership/, 'colleague'], [/^get \/organisations\/\{id\}\/(staff|own-trade)$/, 'colleague'],
  [/\/organisations\/\{id\}\/(staff|invitations)/, 'boss'], [/\/organisations\/\{id\}\/claim-links/, 'lister'], [/^delete \/organisations\/\{id\}$/, 'boss'], [/ \/organisations\/\{id\}/, 'keeper'],
  [/^post \/join-links/, 'link'], [/ \/(seat-answers|capacity-answers|join-links)\//, 'link'],
  [new RegExp(`^get ${escaped(`${B}/team-proposals`)}`), 'memberStaff'], [new RegExp(`^get ${escaped(B)}`), 'visitor'], [/^get \/networks\/\{slug\}\/briefs$/, 'visitor'], [/^get \/networks\/\{slug\}$/, 'visitor'],
  [/^post \/networks\/\{slug\}\/briefs(\/readings)?$/, 'ourmember'], [new RegExp(`^post ${escaped(B)}/interests$`), 'ourmember'], [new RegExp(`^delete ${escaped(`${B}/interests/{interest}`)}$`), 'speakerOfSide'],
  [new RegExp(escaped(B)), 'speakerOfSide'],
  [/^(put|delete) \/networks\/\{slug\}\/(not-for-us|saved)\//, 'ourmember'], [/^(post|delete) \/networks\/\{slug\}\/needs/, 'ourmember'], [/^delete \/networks\/\{slug\}\/membership/, 'ourmember'],
  [/^get \/networks\/\{slug\}\/(members|capabilities|capabilities\/export|claims|fits|friendly-paths|needs|not-for-us|saved|map|map\/paths|organisers)$/, 'member'],
  [/ \/networks\/\{slug\}/, 'organiser'],
  [/^get \/referrals\/(figures)$/, 'owner'], [/^get \/referrals(\/export)?$/, 'staff'], [/^get \/(referrals\/suggestions|referrals\/keeping|introductions\/ways)$/, 'speaker'], [/ \/letters$/, 'staff'], [/^get \/(cover|partnerships)$/, 'staff'], [/^get \/(introductions|teams|outcomes|briefs)$/, 'own'], [/^get \/introductions\/draft$/, 'visitor'],
  [/^(post|put) \/(referrals|referrals\/keeping|cover|cover\/free|cover\/bench|partnerships|partnerships\/habit|introductions|teams|outcomes)$/, 'speaker'],
  [/^get \/(referrals|cover|partnerships|introductions|teams|outcomes)\//, 'sides'],
  [/ \/(referrals|cover|partnerships|introductions|teams|outcomes)\//, 'speakerOfSide'],
]

export function whoOf(method: string, path: string): Who | undefined {
  return RULES.find(([rule]) => rule.test(`${method} ${path}`))?.[1]
}

export function sentenceOf(method: string, path: string): string {
  const who = whoOf(method, path)
  return who ? WHO[who] : ''
}

function escaped(path: string): string {
  return path.replaceAll(/[{}]/g, String.raw`\$&`)
}
