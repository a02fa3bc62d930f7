/** Every address by name; all links are made from it, so an address changes in one place. */
export const routes = {
  home: '/',
  help: '/help',
  find: '/find',
  theme: '/theme',
  actingFor: '/acting-for',

  // people
  signUp: '/sign-up',
  finishSignUp: (token: string) => `/sign-up/${token}`,
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  signInByLink: (token: string) => `/sign-in/link/${token}`,
  signInPasskey: '/sign-in/passkey',
  signInPasskeyAnswer: '/sign-in/passkey/answer',
  signInElsewhere: '/sign-in/elsewhere',
  signInElsewhereReturn: '/sign-in/elsewhere/return',
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out/everywhere',
  confirmEmail: (token: string) => `/confirm-email/${token}`,
  reset: '/reset',
  resetByLink: (token: string) => `/reset/${token}`,
  confirmItIsYou: '/confirm-it-is-you',
  confirmItIsYouPasskey: '/confirm-it-is-you/passkey',
  confirmItIsYouPasskeyAnswer: '/confirm-it-is-you/passkey/answer',
  confirmItIsYouLink: '/confirm-it-is-you/link',
  confirmItIsYouByLink: (token: string) => `/confirm-it-is-you/link/${token}`,
  account: '/account',
  accountName: '/account/name',
  accountEmail: '/account/email',
  accountEmailProof: '/account/email/proof',
  accountPassword: '/account/password',
  accountPasskeys: '/account/passkeys',
  accountPasskeyAnswer: '/account/passkeys/answer',
  passkeyRemoval: (id: string) => `/account/passkeys/${id}/removal`,
  sessionEnd: (id: string) => `/account/sessions/${id}/end`,
  closeAccount: '/account/closing',

  // tokens
  tokens: '/tokens',
  tokenWithdrawal: (id: string) => `/tokens/${id}/withdrawal`,

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
  inviteMember: (slug: string) => `/networks/${slug}/invitations`,
  invitationWithdrawal: (slug: string, ask: string) => `/networks/${slug}/invitations/${ask}/withdrawal`,
  joinLinks: (slug: string) => `/networks/${slug}/join-links`,
  joinLinkWithdrawal: (slug: string, link: string) => `/networks/${slug}/join-links/${link}/withdrawal`,
  join: (token: string) => `/join/${token}`,
  joinDeclined: (token: string) => `/join/${token}/no-thanks`,
  capabilities: (slug: string) => `/networks/${slug}/capabilities`,
  newCapability: (slug: string) => `/networks/${slug}/capabilities/new`,
  capability: (slug: string, id: string) => `/networks/${slug}/capabilities/${id}`,
  capabilityRetirement: (slug: string, id: string) => `/networks/${slug}/capabilities/${id}/retirement`,
  capabilityReturn: (slug: string, id: string) => `/networks/${slug}/capabilities/${id}/return`,
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

  // notices
  noticeAway: (id: string) => `/notices/${id}/away`,

  // answers
  answer: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}`,
  answers: (organisation: string) => `/organisations/${organisation}/answers`,
  answerSight: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}/sight`,
  answerVersions: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}/versions`,
  versionReturn: (organisation: string, question: number | string, version: string) => `/organisations/${organisation}/answers/${question}/versions/${version}/return`,
  dismissedNotes: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}/dismissed-notes`,
  dismissedNoteReturn: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}/dismissed-notes/return`,
  secondLooks: (organisation: string, question: number | string) => `/organisations/${organisation}/answers/${question}/second-looks`,
  secondLook: (token: string) => `/second-look/${token}`,
  suggestionTaking: (organisation: string, suggestion: string) => `/organisations/${organisation}/suggestions/${suggestion}/taking`,
  suggestionPuttingAway: (organisation: string, suggestion: string) => `/organisations/${organisation}/suggestions/${suggestion}/putting-away`,
  claims: (organisation: string) => `/organisations/${organisation}/claims`,
  newClaim: (organisation: string) => `/organisations/${organisation}/claims/new`,
  claim: (organisation: string, claim: string) => `/organisations/${organisation}/claims/${claim}`,
  claimRemoval: (organisation: string, claim: string) => `/organisations/${organisation}/claims/${claim}/removal`,
  claimReturn: (organisation: string, claim: string) => `/organisations/${organisation}/claims/${claim}/return`,
  claimsConfirmation: (organisation: string) => `/organisations/${organisation}/claims/confirmation`,
  claimProof: (organisation: string, claim: string) => `/organisations/${organisation}/claims/${claim}/proof`,
  newProof: (organisation: string, claim: string, kind: string) => `/organisations/${organisation}/claims/${claim}/proof/${kind}`,
  proofRemoval: (organisation: string, claim: string, proof: string) => `/organisations/${organisation}/claims/${claim}/proof/${proof}/removal`,
  jobs: (organisation: string) => `/organisations/${organisation}/jobs`,
  certificateFile: (organisation: string, certificate: string) => `/organisations/${organisation}/certificates/${certificate}/file`,
  jobNotSo: (token: string) => `/not-so/job/${token}`,
  recommendationNotSo: (token: string) => `/not-so/recommendation/${token}`,
  freeWords: (slug: string) => `/networks/${slug}/free-words`,

  // public
  publicPage: (slug: string) => `/o/${slug}`,
  publicBadge: (slug: string) => `/o/${slug}/badge.svg`,
  publicCard: (slug: string) => `/o/${slug}/card`,
  statement: (slug: string) => `/o/${slug}/statement`,
  statementPdf: (slug: string) => `/o/${slug}/statement.pdf`,
  enquiries: (slug: string) => `/o/${slug}/enquiries`,
  enquiry: (token: string) => `/enquiries/${token}`,
  publicFace: (organisation: string) => `/organisations/${organisation}/public-page`,
  statementUses: (organisation: string) => `/organisations/${organisation}/statement-uses`,
  statementUseRemoval: (organisation: string, use: string) => `/organisations/${organisation}/statement-uses/${use}/removal`,
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',

  // directory
  directory: (slug: string) => `/networks/${slug}/directory`,

  // briefs
  ourBriefs: '/briefs',
  briefs: (slug: string) => `/networks/${slug}/briefs`,
  briefsFeed: (slug: string) => `/networks/${slug}/briefs.atom`,
  newBrief: (slug: string) => `/networks/${slug}/briefs/new`,
  briefReadings: (slug: string) => `/networks/${slug}/briefs/readings`,
  briefReading: (slug: string, reading: string) => `/networks/${slug}/briefs/readings/${reading}`,
  briefReadingRemoval: (slug: string, reading: string) => `/networks/${slug}/briefs/readings/${reading}/removal`,
  brief: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}`,
  editBrief: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/edit`,
  briefRemoval: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/removal`,
  briefParts: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/parts`,
  briefPart: (slug: string, brief: string, part: string) => `/networks/${slug}/briefs/${brief}/parts/${part}`,
  briefPartPlace: (slug: string, brief: string, part: string) => `/networks/${slug}/briefs/${brief}/parts/${part}/place`,
  briefPartRemoval: (slug: string, brief: string, part: string) => `/networks/${slug}/briefs/${brief}/parts/${part}/removal`,
  briefPartReturn: (slug: string, brief: string, part: string) => `/networks/${slug}/briefs/${brief}/parts/${part}/return`,
  briefPublication: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/publication`,
  briefWithdrawal: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/withdrawal`,
  briefClosing: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/closing`,
  briefReopening: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/reopening`,
  briefShowings: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/showings`,
  briefShowingEnd: (slug: string, brief: string, grant: string) => `/networks/${slug}/briefs/${brief}/showings/${grant}/end`,
  interests: (slug: string, brief: string) => `/networks/${slug}/briefs/${brief}/interests`,
  interestAnswer: (slug: string, brief: string, interest: string) => `/networks/${slug}/briefs/${brief}/interests/${interest}/answer`,
  interestWithdrawal: (slug: string, brief: string, interest: string) => `/networks/${slug}/briefs/${brief}/interests/${interest}/withdrawal`,
  interestDeclined: (token: string) => `/not-this-time/${token}`,

  // partnerships
  partnerships: '/partnerships',
  newPartnership: '/partnerships/new',
  partnershipHabit: '/partnerships/habit',
  partnership: (id: string) => `/partnerships/${id}`,

  // matches

  // introductions
  introductions: '/introductions',
  newIntroduction: '/introductions/new',
  introduction: (id: string) => `/introductions/${id}`,
  introductionAnswer: (id: string) => `/introductions/${id}/answer`,
  introductionWithdrawal: (id: string) => `/introductions/${id}/withdrawal`,
  introductionContact: (token: string) => `/introduction-contact/${token}`,
  introduceMembers: (slug: string) => `/networks/${slug}/introductions/new`,

  // referrals

  // cover

  // teams

  // outcomes
  outcomes: '/outcomes',
  newOutcome: '/outcomes/new',
  outcome: (id: string) => `/outcomes/${id}`,
  customerWord: (token: string) => `/your-word/${token}`,

  // organising

  // feeds, MCP, webhooks

  // api
  api: '/api',
  apiV1: '/api/v1',

  // upkeep
  firstRun: '/welcome',
  health: '/upkeep/health',
  backups: '/upkeep/backups',
  settings: '/upkeep/settings',
  tryTown: '/welcome/town',
  leaveTown: '/welcome/leaving',
  startMine: '/welcome/mine',
  restoreBackup: '/welcome/backup',
  whoToBe: '/welcome/characters',
  mail: '/mail',
  work: '/work',

  // moving
  importTables: (slug: string) => `/networks/${slug}/import`,
  importDone: (slug: string, table: string) => `/networks/${slug}/import/${table}`,
  importColumns: (slug: string, table: string) => `/networks/${slug}/import/${table}/columns`,
  importMending: (slug: string, table: string) => `/networks/${slug}/import/${table}/mending`,
  importPreview: (slug: string, table: string) => `/networks/${slug}/import/${table}/preview`,
  importUndo: (slug: string, table: string) => `/networks/${slug}/import/${table}/undo`,
  importDiscard: (slug: string, table: string) => `/networks/${slug}/import/${table}/discard`,
  exportTables: (slug: string) => `/networks/${slug}/export`,
} as const
