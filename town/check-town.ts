import type { Capability, Claim, Day, Key, Organisation, Town } from './types.ts'

/** Everything in the town that points nowhere, exists twice, or could be mistaken for something real. Empty when all is well. */
export function checkTown(town: Town): string[] {
  const found = new Index(town)
  return [
    ...checkKeys(town, found),
    ...town.networks.flatMap((network) => [
      ...missing(found.vocabularies, [network.vocabulary], `${network.key} vocabulary`),
      ...missing(found.people, network.organisers.map((one) => one.person), `${network.key} organiser`),
      ...missing(found.districts, [network.district], `${network.key} district`),
      ...(network.organisers.length ? [] : [`${network.key} has no organiser`]),
    ]),
    ...town.organisations.flatMap((organisation) => checkOrganisation(organisation, town, found)),
    ...checkStaff(town),
    ...checkBonds(town, found),
    ...checkJobs(town, found),
    ...checkRecommendations(town, found),
    ...checkBriefs(town, found),
    ...checkCovers(town, found),
    ...checkTeams(town, found),
    ...checkReferrals(town, found),
    ...checkInvented(town),
    ...checkDays(town),
  ]
}

class Index {
  readonly people: Set<Key>
  readonly organisations: Set<Key>
  readonly networks: Set<Key>
  readonly vocabularies: Set<Key>
  readonly districts: Set<Key>
  readonly jobs: Set<Key>
  readonly recommendations: Set<Key>
  readonly capabilities: Set<Key>
  /** The words of each network. */
  readonly words: Map<Key, Set<Key>>
  readonly members: Map<Key, Set<Key>>

  constructor(town: Town) {
    this.people = new Set(town.people.map((one) => one.key))
    this.organisations = new Set(town.organisations.map((one) => one.key))
    this.networks = new Set(town.networks.map((one) => one.key))
    this.vocabularies = new Set(town.vocabularies.map((one) => one.key))
    this.districts = new Set(town.districts.map((one) => one.code))
    this.jobs = new Set(town.jobs.map((one) => one.key))
    this.recommendations = new Set(town.recommendations.map((one) => one.key))
    const words = new Map(town.vocabularies.map((one) => [one.key, flatten(one.words).map((word) => word.key)]))
    this.capabilities = new Set([...words.values()].flat())
    this.words = new Map(town.networks.map((one) => [one.key, new Set(words.get(one.vocabulary))]))
    this.members = new Map(town.networks.map((one) => [one.key, new Set(
      town.organisations.filter((o) => o.memberships.some((m) => m.network === one.key)).map((o) => o.key))]))
  }
}

/** Every word of a tree, parents before children. */
export function flatten(words: readonly Capability[]): Capability[] {
  return words.flatMap((word) => [word, ...flatten(word.narrower ?? [])])
}

function checkKeys(town: Town, found: Index): string[] {
  const words = town.vocabularies.flatMap((one) => flatten(one.words))
  const lists: Record<string, readonly string[]> = {
    person: town.people.map((one) => one.key), 'e-mail of a person': town.people.map((one) => one.email),
    organisation: town.organisations.map((one) => one.key), 'name of an organisation': town.organisations.map((one) => one.name),
    network: town.networks.map((one) => one.key), vocabulary: town.vocabularies.map((one) => one.key),
    capability: words.map((one) => one.key), 'capability code': words.map((one) => one.code), district: town.districts.map((one) => one.code),
    job: town.jobs.map((one) => one.key), recommendation: town.recommendations.map((one) => one.key), brief: town.briefs.map((one) => one.key),
    bond: town.bonds.map((one) => [...one.between].sort().join(' and ')),
    identifier: town.organisations.flatMap((one) => one.identifiers.map((id) => `${id.scheme} ${id.value}`)),
  }
  const slugs = [...found.people, ...found.organisations, ...found.networks, ...found.vocabularies, ...found.capabilities, ...found.jobs, ...found.recommendations]
  return [
    ...Object.entries(lists).flatMap(([what, keys]) => twice(keys).map((key) => `${what} twice: ${key}`)),
    ...slugs.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)).map((key) => `not a slug: ${key}`),
  ]
}

function checkOrganisation(one: Organisation, town: Town, found: Index): string[] {
  const words = new Set(one.memberships.flatMap((m) => [...(found.words.get(m.network) ?? [])]))
  const bare = one.state === 'stub'
  return [
    ...missing(found.districts, [one.place.district], `${one.key} district`),
    ...missing(found.networks, one.memberships.map((m) => m.network), `${one.key} membership`),
    ...missing(found.organisations, one.memberships.flatMap((m) => m.invitedBy ?? []), `${one.key} invited by`),
    ...missing(found.organisations, one.listedBy ? [one.listedBy] : [], `${one.key} listed by`),
    ...missing(found.people, one.staff.map((s) => s.person), `${one.key} staff`),
    ...missing(found.organisations, one.rivals?.never ?? [], `${one.key} rivals never`),
    ...missing(words, one.claims.map((c) => c.capability), `${one.key} claim (not a word of its networks)`),
    ...missing(words, one.wants.flatMap((w) => w.capability ?? []), `${one.key} want (not a word of its networks)`),
    ...one.memberships.filter((m) => m.invitedBy && (joined(town, m.invitedBy, m.network) ?? '9') > m.since).map((m) => `${one.key} was invited to ${m.network} by ${m.invitedBy}, who was not there yet`),
    ...twice(one.claims.map((c) => c.capability)).map((key) => `${one.key} claims twice: ${key}`),
    ...(one.memberships.length ? [] : [`${one.key} is in no network`]),
    ...(bare || one.staff.some((s) => s.role === 'owner') ? [] : [`${one.key} has no owner`]),
    ...(bare || one.answers ? [] : [`${one.key} has no answers`]),
    ...(bare || (one.claims.length >= 2 && one.claims.length <= 6) ? [] : [`${one.key} has ${one.claims.length} claims`]),
    ...(bare && (one.staff.length || one.answers || one.claims.length) ? [`${one.key} is a stub but speaks`] : []),
    ...one.claims.flatMap((claim) => checkProof(one, claim, town, found)),
  ]
}

function checkProof(one: Organisation, claim: Claim, town: Town, found: Index): string[] {
  const what = `${one.key} proof of ${claim.capability}`
  return claim.proof.flatMap((proof) => {
    if (proof.is === 'job') {
      const did = town.jobs.find((job) => job.key === proof.job)?.parts.some((part) => part.by === one.key && part.capability === claim.capability)
      return found.jobs.has(proof.job) ? (did ? [] : [`${what}: did not do that in ${proof.job}`]) : [`${what}: no such job ${proof.job}`]
    }
    if (proof.is === 'recommendation') {
      const said = town.recommendations.find((r) => r.key === proof.recommendation)
      return said ? (said.about === one.key && said.capability === claim.capability ? [] : [`${what}: ${proof.recommendation} says something else`]) : [`${what}: no such recommendation ${proof.recommendation}`]
    }
    return []
  })
}

function joined(town: Town, organisation: Key, network: Key): Day | undefined {
  return town.organisations.find((one) => one.key === organisation)?.memberships.find((m) => m.network === network)?.since
}

function together(town: Town, one: Key, other: Key): boolean {
  return town.jobs.some((job) => [one, other].every((side) => job.parts.some((part) => part.by === side)))
}

function known(town: Town, one: Key, other: Key): boolean {
  return together(town, one, other) || (one !== other && town.bonds.some((bond) => [one, other].every((side) => bond.between.includes(side))))
}

function checkStaff(town: Town): string[] {
  const busy = new Set([...town.organisations.flatMap((one) => one.staff.map((s) => s.person)), ...town.networks.flatMap((one) => one.organisers.map((o) => o.person))])
  return [
    ...town.people.filter((one) => !busy.has(one.key)).map((one) => `${one.key} has nothing to do`),
    ...town.organisations.flatMap((one) => twice(one.staff.map((s) => s.person)).map((key) => `${one.key} employs ${key} twice`)),
  ]
}

function checkBonds(town: Town, found: Index): string[] {
  return town.bonds.flatMap((bond) => {
    const what = `bond of ${bond.between.join(' and ')}`
    const sides = [...(bond.notes ?? []).map((note) => note.by), ...(bond.hiddenBy ?? []), ...(bond.ended ? [bond.ended.by] : [])]
    return [
      ...missing(found.organisations, bond.between, what),
      ...missing(found.organisations, bond.met.introducedBy ? [bond.met.introducedBy] : [], `${what}, introduced by`),
      ...missing(new Set(bond.between), sides, `${what}, said by an outsider`),
      ...(bond.between[0] === bond.between[1] ? [`${what} is with itself`] : []),
      ...bond.between.filter((side) => bond.met.introducedBy && !known(town, side, bond.met.introducedBy)).map((side) => `${what}: ${bond.met.introducedBy} does not know ${side}`),
    ]
  })
}

function checkJobs(town: Town, found: Index): string[] {
  return town.jobs.flatMap((job) => [
    ...missing(found.organisations, job.parts.map((part) => part.by), `job ${job.key}`),
    ...missing(found.capabilities, job.parts.map((part) => part.capability), `job ${job.key}`),
    ...missing(new Set(job.parts.map((part) => part.by)), job.unconfirmedBy ?? [], `job ${job.key}, unconfirmed by an outsider`),
    ...twice(job.parts.map((part) => `${part.by} ${part.capability}`)).map((part) => `job ${job.key}, part twice: ${part}`),
    ...(job.parts.length ? [] : [`job ${job.key} has no parts`]),
    ...(job.finishedOn > town.today ? [`job ${job.key} finished in the future`] : []),
  ])
}

function checkRecommendations(town: Town, found: Index): string[] {
  return town.recommendations.flatMap((one) => [
    ...missing(found.organisations, [one.from, one.about], `recommendation ${one.key}`),
    ...missing(found.capabilities, [one.capability], `recommendation ${one.key}`),
    ...(one.from === one.about ? [`recommendation ${one.key} is of itself`] : []),
    ...(one.basis !== 'delivered-together' || together(town, one.from, one.about) ? [] : [`recommendation ${one.key}: they have delivered nothing together`]),
  ])
}

function checkBriefs(town: Town, found: Index): string[] {
  return town.briefs.flatMap((brief) => {
    const members = found.members.get(brief.network) ?? new Set()
    const parts = new Set(brief.parts.map((part) => part.key))
    return [
      ...missing(found.networks, [brief.network], `brief ${brief.key}`),
      ...missing(found.districts, [brief.district], `brief ${brief.key}`),
      ...missing(members, [brief.by, ...brief.interests.map((one) => one.by)], `brief ${brief.key}, not a member`),
      ...missing(found.words.get(brief.network) ?? new Set(), brief.parts.map((part) => part.capability), `brief ${brief.key} part`),
      ...missing(parts, brief.interests.flatMap((one) => one.part ?? []), `brief ${brief.key} interest`),
      ...twice(brief.parts.map((part) => part.key)).map((key) => `brief ${brief.key}, part twice: ${key}`),
      ...(brief.postedOn < brief.answerBy && brief.answerBy <= brief.startsOn && brief.startsOn <= brief.endsOn ? [] : [`brief ${brief.key} has its dates in the wrong order`]),
    ]
  })
}

function checkCovers(town: Town, found: Index): string[] {
  const bench = (key: Key) => new Set(town.benches.filter((one) => one.bench === key).map((one) => one.associate))
  return [
    ...town.benches.flatMap((one) => [...missing(found.organisations, [one.bench, one.associate], `bench of ${one.bench}`), ...(one.bench === one.associate ? [`${one.bench} is on its own bench`] : [])]),
    ...twice(town.benches.map((one) => `${one.bench} ${one.associate}`)).map((pair) => `on one bench twice: ${pair}`),
    ...town.covers.flatMap((one) => [
      ...missing(bench(one.by), one.asked.map(({ who }) => who), `cover asked by ${one.by}, not on the bench`), ...missing(found.capabilities, [one.capability], `cover asked by ${one.by}`),
      ...(one.askedOn < one.startsOn && one.startsOn <= one.endsOn && (!one.done || one.done.on >= one.endsOn) ? [] : [`cover asked by ${one.by} on ${one.askedOn} has its dates in the wrong order`]),
      ...(one.client && [one.says, ...one.asked.map(({ note }) => note ?? ''), one.done?.says ?? '', one.done?.thanks ?? ''].some((words) => words.includes(one.client?.name.split(' ')[0] ?? '?')) ? [`cover asked by ${one.by} names its client`] : []),
    ]),
  ]
}

function checkTeams(town: Town, found: Index): string[] {
  return town.teams.flatMap((team) => {
    const brief = town.briefs.find((one) => one.key === team.brief)
    if (!brief) return [`a team for a brief nobody wrote: ${team.brief}`]
    const members = found.members.get(brief.network) ?? new Set(), parts = new Set(brief.parts.map((part) => part.key))
    const held = [...team.own, ...team.seats.filter((seat) => seat.state === 'taken').flatMap((seat) => seat.parts)]
    return [
      ...missing(members, [team.by, ...team.seats.map((seat) => seat.by), ...team.entries.map((entry) => entry.by)], `team for ${team.brief}, not a member`),
      ...missing(parts, [...team.own, ...team.seats.flatMap((seat) => seat.parts), ...team.entries.flatMap((entry) => entry.part ?? [])], `team for ${team.brief} part`),
      ...twice(held).map((key) => `team for ${team.brief}, part held twice: ${key}`),
      ...team.entries.filter((entry) => (entry.kind === 'date') !== (entry.on !== undefined)).map((entry) => `team for ${team.brief}, a date without its day or the other way round: ${entry.says}`),
    ]
  })
}

function checkReferrals(town: Town, found: Index): string[] {
  const open = new Set(town.organisations.filter((one) => one.state === 'open').map((one) => one.key))
  return town.referrals.flatMap((one) => {
    const [phone, email] = [/(?:01632 960\d{3}|07700 900\d{3})$/, /[a-z0-9.-]+@[a-z0-9-]+\.example/].map((like) => like.exec(one.reach)?.[0])
    const days = [one.on, one.yes?.on, one.acceptedOn, one.talkingOn, one.declined?.on, one.won?.on, one.lost?.on, one.thanked?.on].filter((day) => day !== undefined)
    const name = `referral of ${one.who}`
    return [
      ...missing(found.organisations, [one.by, one.to, ...(one.onTo ? [one.onTo.to] : [])], name),
      ...[one.to, ...(one.onTo ? [one.onTo.to] : [])].filter((key) => !open.has(key)).map((key) => `${name}: ${key} takes nobody`),
      ...([email, phone].filter(Boolean).join(' or ') === one.reach ? [] : [`${name} could be reached: ${one.reach}`]),
      ...(one.acceptedOn && !one.yes ? [`${name} was accepted without their yes`] : []),
      ...(days.toSorted().join() === days.join() ? [] : [`${name} happened in another order`]),
      ...days.filter((day) => day > town.today).map((day) => `${name} already happened in the future: ${day}`),
    ]
  })
}

/** Numbers from Ofcom's ranges for drama, addresses under .example, and registry numbers far above any issued. */
function checkInvented(town: Town): string[] {
  const phone = /^(01632 960\d{3}|07700 900\d{3})$/
  const registry = { 'company-number': /^99000\d{3}$/, 'charity-number': /^9900\d{3}$/ }
  const phones = [...town.people, ...town.organisations.map((one) => one.contact), ...town.covers.flatMap((one) => one.client ?? [])].flatMap((one) => one.phone ?? [])
  const emails = [...town.people.map((one) => one.email), ...town.organisations.flatMap((one) => one.contact.email ?? [])]
  return [
    ...phones.filter((one) => !phone.test(one)).map((one) => `phone could be real: ${one}`),
    ...twice(town.people.flatMap((one) => one.phone ?? [])).map((one) => `two people share a phone: ${one}`),
    ...emails.filter((one) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(one)).map((one) => `e-mail could be real: ${one}`),
    ...town.organisations.flatMap((one) => one.contact.website ?? []).filter((one) => !/^https:\/\/[a-z0-9-]+\.example$/.test(one)).map((one) => `website could be real: ${one}`),
    ...town.organisations.flatMap((one) => one.identifiers).filter((id) => !registry[id.scheme].test(id.value)).map((id) => `identifier could be real: ${id.value}`),
    ...town.districts.filter((one) => !/^HV\d$/.test(one.code)).map((one) => `district could be real: ${one.code}`),
  ]
}

function checkDays(town: Town): string[] {
  const past: readonly Day[] = [
    ...town.networks.flatMap((one) => [one.startedOn, ...one.organisers.map((o) => o.since)]),
    ...town.organisations.flatMap((one) => [...one.memberships.map((m) => m.since), ...one.claims.map((c) => c.lastConfirmed)]),
    ...town.bonds.map((one) => one.since), ...town.recommendations.map((one) => one.on), ...town.briefs.map((one) => one.postedOn),
  ]
  const starts = new Map(town.networks.map((one) => [one.key, one.startedOn]))
  return [
    ...[...JSON.stringify(town).matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].map((match) => match[1] ?? '').filter((day) => !isDay(day)).map((day) => `no such day: ${day}`),
    ...past.filter((day) => day > town.today).map((day) => `already happened in the future: ${day}`),
    ...town.organisations.flatMap((one) => one.memberships.filter((m) => m.since < (starts.get(m.network) ?? '')).map((m) => `${one.key} joined ${m.network} before it began`)),
  ]
}

function isDay(day: Day): boolean {
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}

function missing(known: ReadonlySet<Key>, keys: readonly Key[], what: string): string[] {
  return keys.filter((key) => !known.has(key)).map((key) => `${what}: no such thing as ${key}`)
}

function twice(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
}
