import { KIND_WORDS, KINDS, SCHEME_CODES, SCHEMES, type Kind, type SchemeCode } from '../../organisations/index.ts'
import type { Cells, Field } from './shape.ts'

/** The columns of a table of members. Their names are those of the organisation's own form, and the codes of registers. */

const GUESS_OF_SCHEME: Readonly<Record<SchemeCode, RegExp>> = {
  'GB-COH': /^(gb-coh|comp(any)?( reg(istration)?)?( no\.?| number| nr)|crn|companies house( number| no\.?)?)$/,
  'GB-CHC': /^(gb-chc|(registered )?charity( reg(istration)?)?( no\.?| number| nr))$/,
  'GB-SC': /^(gb-sc|scottish charity( no\.?| number)?|oscr( number)?)$/,
  'GB-NIC': /^(gb-nic|northern iri?sh charity( no\.?| number)?)$/,
  'GB-MPR': /^(gb-mpr|mutual( society)? number)$/,
  'EU-PIC': /^(eu-pic|pic|participant (code|identification code)|eu participant code)$/,
  'GB-VAT': /^(gb-vat|vat( reg(istration)?)?( no\.?| number)?)$/,
}

export const MEMBER_FIELDS: readonly Field[] = [
  { name: 'id', label: 'Guildhall’s own id', guess: /^(id|guildhall id)$/, hint: 'Only in tables that came from here' },
  { name: 'name', label: 'Name', needed: true, guess: /^(name|organi[sz]ation( name)?|business( name)?|company( name)?|member( name)?|trading (name|as)|charity( name)?|full name|title)$/ },
  { name: 'kind', label: 'Kind', guess: /^(kind|type|organi[sz]ation type|legal (form|status)|business type|structure)$/, words: Object.values(KIND_WORDS), readAs: KIND_WORDS },
  { name: 'line', label: 'What they do, in one line', guess: /^(line|what they do|trade|sector|activity|category|strapline|tagline|summary|short description|industry|profession)$/ },
  { name: 'story', label: 'Their story', long: true, guess: /^(story|about|description|long description|profile|notes?|bio|details)$/ },
  { name: 'website', label: 'Website', guess: /^(website|web ?site|web( address| page)?|url|homepage|site)$/ },
  { name: 'peopleCount', label: 'How many people', guess: /^(people|people ?count|how many people|employees|staff|number of (employees|staff|people)|headcount|size|fte)$/ },
  { name: 'email', label: 'E-mail', guess: /^(e-?mail|e-?mail address|contact e-?mail|mail)$/ },
  { name: 'phone', label: 'Phone', guess: /^(phone|telephone|tel\.?|mobile|phone (no\.?|number)|telephone (no\.?|number)|contact number)$/ },
  { name: 'district', label: 'Postcode district', guess: /^(postcode( district)?|post code|district|postal code|zip|area code)$/, hint: 'A whole postcode is cut to its first half' },
  { name: 'town', label: 'Town', guess: /^(town|city|town ?\/ ?city|town or city|place|location|village)$/ },
  ...SCHEME_CODES.map((code) => ({ name: code, label: SCHEMES[code].name, guess: GUESS_OF_SCHEME[code] })),
]

const KIND_GUESSES: readonly (readonly [Kind, RegExp])[] = [
  ['sole-trader', /^(sole[ -]?trad(er|ing)|self[ -]?employed|freelancer?|individual|person)$/],
  ['community-interest-company', /^(community interest company|c\.?i\.?c\.?|social enterprise)$/],
  ['company', /^((private |public )?(limited|ltd\.?)( company)?|company|business|plc|firm|sme|corporation|llc|inc\.?)$/],
  ['partnership', /^((limited liability )?partnership|llp)$/],
  ['co-operative', /^(co-?op(erative)?( society)?|mutual( society)?)$/],
  ['charity', /^((registered )?charity|charitable (company|trust|incorporated organi[sz]ation)|c\.?i\.?o\.?|non-?profit|not[ -]for[ -]profit|ngo|trust|voluntary( organi[sz]ation)?)$/],
  ['public-body', /^(public( body| sector)?|council|local authority|nhs|school|university|college|government)$/],
  ['other', /^(something else|other|none|n\/a|-)$/],
]

/** The kind that somebody's word means; nothing where we do not know the word. */
export function kindMeant(word: string): Kind | undefined {
  const plain = word.trim().toLowerCase()
  return KINDS.find((kind) => kind === plain || KIND_WORDS[kind].toLowerCase() === plain) ?? KIND_GUESSES.find(([, shape]) => shape.test(plain))?.[0]
}

/** The kind of one whose row does not say, by its numbers and the end of its name. */
export function kindFrom(cells: Cells): Kind {
  const name = (cells['name'] ?? '').toLowerCase()
  if (cells['GB-CHC'] || cells['GB-SC'] || cells['GB-NIC']) return 'charity'
  if (/\b(cic|c\.i\.c\.?|community interest company)$/.test(name)) return 'community-interest-company'
  if (/\bllp$/.test(name)) return 'partnership'
  if (/\b(council|nhs trust|university|college|school)$/.test(name)) return 'public-body'
  if (cells['GB-COH'] || /\b(ltd\.?|limited|plc)$/.test(name)) return 'company'
  return 'other'
}
