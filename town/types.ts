/**
 * The shapes the invented town is written in. Plain data: keys are slugs ('the-wild-bouquet'), days are
 * 'YYYY-MM-DD', and nothing here knows of a database. Whoever loads the town turns keys into ids.
 */
export type Key = string
export type Day = string

/** Who may see a thing, from the narrowest to the widest. */
export type Sight = 'only_us' | 'partners' | 'network' | 'anyone'

/** How convincing an answer was written to be. The engine should come to the same view by itself. */
export type Clarity = 'vague' | 'getting there' | 'clear' | 'convincing'

export type ValueBand = 'under-1k' | '1k-5k' | '5k-25k' | '25k-100k' | '100k-500k' | 'over-500k'
export type Lens = 'gap' | 'audience' | 'cover' | 'cause'

/** A postcode district. East and north are kilometres from Haverstow's market cross. */
export type District = {
  readonly code: string
  readonly name: string
  readonly kind: 'town' | 'village'
  readonly eastKm: number
  readonly northKm: number
  readonly latitude: number
  readonly longitude: number
  readonly streets: readonly string[]
  readonly about: string
}

export type Person = {
  readonly key: Key
  readonly name: string
  readonly email: string
  readonly phone?: string
  /** Something to remember them by. Not shown anywhere; it helps whoever writes a test or a guide. */
  readonly about?: string
}

/** An owner may do everything, a helper writes on behalf of the organisation, a reader looks. */
export type StaffRole = 'owner' | 'helper' | 'reader'
export type Staff = { readonly person: Key; readonly role: StaffRole; readonly title: string }

export type OrganisationKind =
  | 'sole-trader' | 'partnership' | 'company' | 'community-interest-company' | 'co-operative' | 'charity' | 'public-body'

export type Identifier = { readonly scheme: 'company-number' | 'charity-number'; readonly value: string }

export type Place = {
  readonly district: string
  readonly street?: string
  /** The district is always shown; the street only as far as this. */
  readonly streetSight: Sight
  readonly reachMiles: number
}

export type Contact = {
  readonly website?: string
  readonly email?: string
  readonly phone?: string
  readonly sight: Sight
}

export type Membership = { readonly network: Key; readonly since: Day; readonly invitedBy?: Key }

export type Answer = { readonly says: string; readonly clarity: Clarity; readonly sight: Sight }

/** The four answers, in the order of the four questions. */
export type Answers = {
  readonly whatNeedsDoing: Answer
  readonly whatOthersCanDo: Answer
  readonly whatWeDoBetter: Answer
  readonly whatOnlyWeDo: Answer
}

export type Proof =
  | { readonly is: 'job'; readonly job: Key }
  | { readonly is: 'recommendation'; readonly recommendation: Key }
  | { readonly is: 'certificate'; readonly name: string; readonly number: string; readonly issuedBy: string; readonly expiresOn: Day }
  | { readonly is: 'figure'; readonly says: string; readonly source: string; readonly on: Day }

export type Capacity = { readonly says: string; readonly from?: Day; readonly until?: Day }

export type Claim = {
  readonly capability: Key
  readonly strength: 'can-do' | 'best-at' | 'only-us'
  readonly says?: string
  readonly capacity?: Capacity
  readonly lastConfirmed: Day
  readonly sight: Sight
  readonly proof: readonly Proof[]
}

export type Want = {
  readonly says: string
  readonly lens: Lens
  readonly capability?: Key
  readonly from?: Day
  readonly until?: Day
  readonly sight: Sight
}

export type Organisation = {
  readonly key: Key
  readonly name: string
  readonly kind: OrganisationKind
  /** A stub is listed by somebody else and not yet claimed; a resting one asks not to be disturbed. */
  readonly state: 'open' | 'resting' | 'stub'
  readonly listedBy?: Key
  readonly trade: string
  readonly story: string
  readonly size: number
  readonly place: Place
  readonly contact: Contact
  readonly identifiers: readonly Identifier[]
  readonly memberships: readonly Membership[]
  readonly staff: readonly Staff[]
  readonly answers?: Answers
  readonly claims: readonly Claim[]
  readonly wants: readonly Want[]
  /** Same-trade partners they would rather not see, or the ways in which they would. */
  readonly rivals?: { readonly welcomeFor: readonly Lens[]; readonly never: readonly Key[] }
}

/** One word of a network's vocabulary, with the narrower words below it. */
export type Capability = {
  readonly key: Key
  readonly code: string
  readonly title: string
  readonly synonyms?: readonly string[]
  readonly narrower?: readonly Capability[]
}

export type Vocabulary = {
  readonly key: Key
  readonly title: string
  /** The codes look like a trade classification but belong to the town's own scheme. */
  readonly scheme: string
  readonly words: readonly Capability[]
}

export type HouseRule = { readonly says: string; readonly because?: string }

export type Network = {
  readonly key: Key
  readonly name: string
  readonly about: string
  readonly district: string
  readonly startedOn: Day
  readonly joining: 'by-invitation' | 'by-asking'
  readonly organisers: readonly { readonly person: Key; readonly since: Day }[]
  readonly rules: readonly HouseRule[]
  readonly vocabulary: Key
}

export type Stage = 'noted' | 'met' | 'trust' | 'work-together' | 'agreement'

/** A partnership of two organisations: how they met, how far it has grown, and what is worth remembering. */
export type Bond = {
  readonly between: readonly [Key, Key]
  readonly met: { readonly through: 'place' | 'person' | 'thing'; readonly what: string; readonly introducedBy?: Key }
  readonly since: Day
  readonly stage: Stage
  readonly story: string
  readonly aim?: string
  readonly next?: { readonly says: string; readonly on: Day }
  readonly notes?: readonly { readonly by: Key; readonly says: string }[]
  /** Those of the two who keep the tie to themselves. */
  readonly hiddenBy?: readonly Key[]
  readonly resting?: { readonly since: Day; readonly because: string }
  readonly ended?: { readonly on: Day; readonly by: Key; readonly because: string }
}

/** A finished job. With several parts it was done together and ties its members. */
export type Job = {
  readonly key: Key
  readonly what: string
  readonly forWhom: string
  readonly finishedOn: Day
  readonly value: ValueBand
  readonly parts: readonly JobPart[]
  readonly outcome: 'done' | 'done-late' | 'stopped-early'
  readonly customerSays?: { readonly says: string; readonly by: string }
  /** How many times bigger than the lead's usual job. */
  readonly timesBigger?: number
  /** Who may see that this job happened. Left out: the members of the parties' networks. Its value is never shown. */
  readonly sight?: Sight
  /** Parties who have not yet said "yes, that is how it was". */
  readonly unconfirmedBy?: readonly Key[]
}
export type JobPart = { readonly by: Key; readonly capability: Key; readonly did: string }

export type Recommendation = {
  readonly key: Key
  readonly from: Key
  readonly about: Key
  readonly capability: Key
  readonly basis: 'bought-from' | 'referred' | 'delivered-together'
  readonly says: string
  readonly on: Day
  /** Public only when both said yes; 'waiting' when the other side has yet to confirm it. */
  readonly state: 'waiting' | 'confirmed' | 'public'
}

export type Interest = {
  readonly by: Key
  readonly part?: Key
  readonly says: string
  readonly on: Day
  readonly state: 'waiting' | 'welcomed' | 'declined-kindly'
}

export type BriefPart = {
  readonly key: Key
  readonly says: string
  readonly capability: Key
  readonly need: 'must' | 'should'
  readonly size: string
}

export type Brief = {
  readonly key: Key
  readonly network: Key
  readonly by: Key
  readonly title: string
  readonly says: string
  readonly forWhom: string
  readonly district: string
  readonly postedOn: Day
  readonly answerBy: Day
  readonly startsOn: Day
  readonly endsOn: Day
  readonly value: ValueBand
  readonly openToRivals: boolean
  readonly sight: Sight
  readonly parts: readonly BriefPart[]
  readonly interests: readonly Interest[]
}

/** A place on somebody's bench: an associate prepared to take work off them, on terms both said yes to. */
export type BenchPlace = {
  readonly bench: Key
  readonly associate: Key
  readonly since: Day
  readonly pounds: number
  readonly per: 'hour' | 'day'
  readonly dates: string
  readonly noTakingMonths: number
  readonly insuredUntil?: Day
}

/** A piece of work that somebody takes, or is asked to take, off somebody else. The client is named nowhere but here and to the two. */
export type CoverStory = {
  readonly by: Key
  readonly says: string
  readonly capability: Key
  readonly askedOn: Day
  readonly startsOn: Day
  readonly endsOn: Day
  readonly whenSays: string
  readonly hours: number
  readonly how: 'in-turn' | 'all-at-once'
  /** In their order, and what each said. */
  readonly asked: readonly { readonly who: Key; readonly says: 'yes' | 'no' | 'silent' | 'waiting'; readonly note?: string }[]
  readonly client?: { readonly name: string; readonly phone: string; readonly contact: string }
  readonly pack?: { readonly promises: string; readonly how: string; readonly access: string }
  readonly done?: { readonly on: Day; readonly says: string; readonly hours: number; readonly thanks: string; readonly clientSays?: string }
}

/** A team under way for a brief: who leads, who has which part, and what was written down. */
export type Team = {
  readonly brief: Key
  readonly by: Key
  readonly says: string
  /** Parts the lead does itself. */
  readonly own: readonly Key[]
  readonly seats: readonly TeamSeat[]
  readonly entries: readonly { readonly by: Key; readonly kind: 'word' | 'decision' | 'date'; readonly says: string; readonly on?: Day; readonly part?: Key }[]
}
export type TeamSeat = {
  readonly by: Key
  readonly parts: readonly Key[]
  readonly note?: string
  /** Share of the whole job in percent, as promised. */
  readonly percent?: number
  readonly state: 'asked' | 'taken'
  /** Between rivals, agreed before the seat is taken. */
  readonly scope?: { readonly purpose: string; readonly says: string; readonly never: readonly string[] }
}

/** A person passed on with their yes, as it stands. What is left out has not happened. */
export type Referral = {
  readonly by: Key
  readonly to: Key
  readonly who: string
  readonly needs: string
  readonly reach: string
  readonly says?: string
  readonly on: Day
  /** Their yes: by their own tap, or in the giver's word. */
  readonly yes?: { readonly on: Day; readonly how: 'own' | 'word'; readonly says?: string }
  readonly acceptedOn?: Day
  readonly talkingOn?: Day
  readonly declined?: { readonly on: Day; readonly says?: string }
  readonly won?: { readonly on: Day; readonly value?: ValueBand }
  readonly lost?: { readonly on: Day; readonly says?: string }
  readonly thanked?: { readonly on: Day; readonly phrase?: 'lovely' | 'our-kind' | 'first-drink'; readonly says?: string }
  /** Whom the receiver passed them on to. */
  readonly onTo?: Omit<Referral, 'by' | 'who' | 'needs' | 'reach' | 'onTo'>
}

/** One network's share of the town. */
export type Quarter = {
  readonly network: Network
  readonly vocabulary: Vocabulary
  readonly people: readonly Person[]
  readonly organisations: readonly Organisation[]
  readonly bonds: readonly Bond[]
  readonly jobs: readonly Job[]
  readonly recommendations: readonly Recommendation[]
  readonly briefs: readonly Brief[]
  readonly benches?: readonly BenchPlace[]
  readonly covers?: readonly CoverStory[]
  readonly teams?: readonly Team[]
}

export type Town = {
  readonly name: string
  readonly river: string
  readonly about: string
  /** The town's own "today", a Tuesday. Move every day by whole weeks to bring the town to another date. */
  readonly today: Day
  readonly districts: readonly District[]
  readonly networks: readonly Network[]
  readonly vocabularies: readonly Vocabulary[]
  readonly people: readonly Person[]
  readonly organisations: readonly Organisation[]
  readonly bonds: readonly Bond[]
  readonly jobs: readonly Job[]
  readonly recommendations: readonly Recommendation[]
  readonly briefs: readonly Brief[]
  readonly benches: readonly BenchPlace[]
  readonly covers: readonly CoverStory[]
  readonly teams: readonly Team[]
  readonly referrals: readonly Referral[]
}
