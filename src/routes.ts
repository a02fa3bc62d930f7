/** Every address by name; all links are made from it, so an address changes in one place. */
export const routes = {
  home: '/',
  help: '/help',
  find: '/find',
  theme: '/theme',
  actingFor: '/acting-for',

  // people
  signUp: '/sign-up',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',

  // organisations
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,
  editOrganisation: (id: string) => `/organisations/${id}/edit`,
  organisationIdentifiers: (id: string) => `/organisations/${id}/identifiers`,
  identifierRemoval: (id: string) => `/organisations/${id}/identifiers/removal`,
  organisationRest: (id: string) => `/organisations/${id}/rest`,
  organisationClosing: (id: string) => `/organisations/${id}/closing`,
  organisationStaff: (id: string) => `/organisations/${id}/staff`,
  staffRole: (id: string, person: string) => `/organisations/${id}/staff/${person}/role`,
  staffLeaving: (id: string, person: string) => `/organisations/${id}/staff/${person}/leaving`,
  claimLinks: (id: string) => `/organisations/${id}/claim-links`,
  staffLinkWithdrawal: (id: string, link: string) => `/organisations/${id}/staff-links/${link}/withdrawal`,
  staffLink: (token: string) => `/staff-links/${token}`,

  // networks
  networks: '/networks',
  newNetwork: '/networks/new',
  network: (slug: string) => `/networks/${slug}`,
  members: (slug: string) => `/networks/${slug}/members`,
  memberRemoval: (slug: string, organisation: string) => `/networks/${slug}/members/${organisation}/removal`,
  membershipEnd: (slug: string) => `/networks/${slug}/leaving`,
  networkSettings: (slug: string) => `/networks/${slug}/settings`,
  organisers: (slug: string) => `/networks/${slug}/organisers`,
  organiserEnd: (slug: string, person: string) => `/networks/${slug}/organisers/${person}/end`,
  invitations: (slug: string) => `/networks/${slug}/invitations`,
  invitationWithdrawal: (slug: string, ask: string) => `/networks/${slug}/invitations/${ask}/withdrawal`,
  joinLinks: (slug: string) => `/networks/${slug}/join-links`,
  joinLinkWithdrawal: (slug: string, link: string) => `/networks/${slug}/join-links/${link}/withdrawal`,
  join: (token: string) => `/join/${token}`,
  joinDeclined: (token: string) => `/join/${token}/no-thanks`,
  capabilities: (slug: string) => `/networks/${slug}/capabilities`,
  newCapability: (slug: string) => `/networks/${slug}/capabilities/new`,
  capability: (slug: string, id: string) => `/networks/${slug}/capabilities/${id}`,
  capabilityRetirement: (slug: string, id: string) => `/networks/${slug}/capabilities/${id}/retirement`,
  capabilitiesIn: (slug: string) => `/networks/${slug}/capabilities/import`,
  capabilitiesOut: (slug: string) => `/networks/${slug}/capabilities/export`,
  whoSees: (organisation: string) => `/organisations/${organisation}/who-sees`,
  partnersCounted: (organisation: string) => `/organisations/${organisation}/who-sees/partners`,
  partnerCountedEnd: (organisation: string, partner: string) => `/organisations/${organisation}/who-sees/partners/${partner}/end`,
  grants: (organisation: string) => `/organisations/${organisation}/who-sees/grants`,
  grantWithdrawal: (organisation: string, grant: string) => `/organisations/${organisation}/who-sees/grants/${grant}/withdrawal`,

  // asks
  answerByLink: (token: string) => `/answer/${token}`,
  answerAsk: (id: string) => `/asks/${id}/answer`,

  // upkeep
  firstRun: '/welcome',
  health: '/upkeep/health',
  mail: '/mail',
  work: '/work',
} as const
