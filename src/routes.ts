/** Every address by name; all links are made from it, so an address changes in one place. */
export const routes = {
  home: '/',
  help: '/help',
  find: '/find',

  // people
  signUp: '/sign-up',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',

  // organisations
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,

  // networks
  networks: '/networks',
  newNetwork: '/networks/new',
  network: (id: string) => `/networks/${id}`,

  // asks
  answerByLink: (token: string) => `/answer/${token}`,

  // upkeep
  firstRun: '/welcome',
  health: '/upkeep/health',
  mail: '/mail',
  work: '/work',
} as const
