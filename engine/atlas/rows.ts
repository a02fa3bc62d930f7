/**
 * The plain rows an atlas is built from. Ids are any non-empty text, unique among rows of the same `is`; days are written
 * `2025-03-31`. A row that names something unknown is kept and waits: it counts once the named row arrives.
 */
export type Row =
  | OrganisationRow | CapabilityRow | ClaimRow | ProofRow | WorkRow | BriefRow | WantRow | TieRow | PartnershipRow | PreferenceRow

export type Sight = 'only_us' | 'partners' | 'network' | 'anyone'

/** Who may see a row. Without `sight` it is `network`: every member of the network, no visitor. */
export type Seen = {
  readonly sight?: Sight
  /** Whose row it is. Where the row names an organisation of its own, that is the owner unless another is given. */
  readonly owner?: string
  /** Organisations that were given sight of this row besides. */
  readonly sharedWith?: readonly string[]
}

export type Place = {
  readonly country?: string
  readonly region?: string
  readonly town?: string
  /** Degrees. A place with both can be measured from. */
  readonly latitude?: number
  readonly longitude?: number
}

export type OrganisationRow = Seen & {
  readonly is: 'organisation'
  readonly id: string
  readonly name?: string
  /** Its trade or kind in the network's own words, such as `florist` or `charity`. Those alike are of the same trade. */
  readonly kind?: string
  /** What it says of itself; read like the title of a work. */
  readonly text?: string
  readonly place?: Place
  /** Someone checked that it exists and is who it says. */
  readonly verified?: boolean
}

/** One entry of the network's vocabulary; everybody may see it. */
export type CapabilityRow = {
  readonly is: 'capability'
  readonly id: string
  readonly name: string
  readonly parent?: string
  readonly synonyms?: readonly string[]
  readonly code?: string
}

export type Strength = 'can_do' | 'best_at' | 'only_us'

export type ClaimRow = Seen & {
  readonly is: 'claim'
  readonly id: string
  readonly organisation: string
  readonly capability: string
  readonly strength: Strength
  /** How many such jobs it can take on now; 0 means none. Left out means unknown, which no filter holds against it. */
  readonly capacity?: number
  readonly availableFrom?: string
  /** The last day on which it can; from then on nothing is said. */
  readonly availableUntil?: string
}

/** What stands behind a claim besides works: a recommendation, a certificate, a figure. */
export type ProofRow = Seen & {
  readonly is: 'proof'
  readonly id: string
  readonly claim: string
  readonly on?: string
  readonly endsOn?: string
}

/** A finished job: what was done, when, and who did it. Also proof of the capabilities it names, for each of its members. */
export type WorkRow = Seen & {
  readonly is: 'work'
  readonly id: string
  readonly text: string
  readonly tags?: readonly string[]
  readonly capabilities?: readonly string[]
  readonly on?: string
  readonly members: readonly Member[]
}
export type Member = { readonly organisation: string; readonly role?: 'lead' | 'member' }

export type Part = {
  readonly id: string
  readonly capability?: string
  readonly text?: string
  readonly must?: boolean
  /** How much it matters beside the other parts, above 0. Default 1. */
  readonly weight?: number
}

export type BriefRow = Seen & {
  readonly is: 'brief'
  readonly id: string
  readonly organisation: string
  readonly text: string
  readonly tags?: readonly string[]
  readonly parts?: readonly Part[]
  readonly openToRivals?: boolean
}

export type Lens = 'gap' | 'audience' | 'cover' | 'cause'

/** Something an organisation says it is looking for. */
export type WantRow = Seen & {
  readonly is: 'want'
  readonly id: string
  readonly organisation: string
  readonly lens?: Lens
  readonly capability?: string
  readonly text?: string
}

/** A relation both sides confirmed that is not a work: a referral with an outcome, an agreement, a recommendation. */
export type TieRow = Seen & { readonly is: 'tie'; readonly id: string; readonly between: readonly [string, string]; readonly weight?: number }

/** Who counts as whose partner when a row may be seen by `partners`. Carries no strength of its own. */
export type PartnershipRow = { readonly is: 'partnership'; readonly id: string; readonly between: readonly [string, string] }

/**
 * Instructions of an organisation about itself. They are obeyed for everyone and shown to nobody: all they can do
 * is take their own organisation out of somebody's list, or others out of its own.
 */
export type PreferenceRow = {
  readonly is: 'preference'
  readonly id: string
  readonly organisation: string
  /** Meet rivals: never, for cover, shared causes and teams, or always. Default `cover`. */
  readonly rivals?: 'never' | 'cover' | 'always'
  readonly notForUs?: readonly string[]
  readonly furthestKm?: number
}

export type Kind = Row['is']
export type RowOf<K extends Kind> = Extract<Row, { is: K }>
export type Change = { readonly put: Row } | { readonly remove: { readonly is: Kind; readonly id: string } }
