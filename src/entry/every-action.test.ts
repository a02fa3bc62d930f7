import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReach } from './testing/actions.ts'

/**
 * What a page does, a program can do by the API, through the same action. What is only a person's at a page is named here with its
 * reason; what an action of another name does for programs, with that name.
 */
const SIGNING_IN = 'ways to sign in are a person’s own, never a program’s'
const LINK = 'for somebody who holds a link and has no account; who has one answers under /turns'
const HOSTING = 'hosting is done at a page or at the terminal, by whoever proved who they are'
const TABLES = 'bringing tables in and out is a person’s, at a page or at the terminal: decision 037'
const CALENDAR = 'a secret link is for a person’s calendar program; programs with a token read GET /calendar'
const HELPER = 'a part of other actions, not one by itself'
const beside = (other: string) => `programs use ${other}`

const PAGE_ONLY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['askForPasskey', 'askForProofLink', 'askForReset', 'askForSignInLink', 'askToConfirmEmail', 'changeEmail', 'changeName', 'changePassword', 'checkProofLink', 'checkResetLink', 'checkSignInLink', 'closeAccount', 'confirmEmail', 'confirmItIsYou', 'confirmItIsYouByLink', 'confirmItIsYouByPasskey',
    'finishSignUp', 'readConfirmLink', 'readSignUpLink', 'registerPasskey', 'removePasskey', 'resetPassword', 'signIn', 'signInByLink', 'signInByPasskey', 'signInElsewhere', 'signOut', 'signOutEverywhere', 'signUp', 'startElsewhere', 'startPasskey'].map((name) => [`people: ${name}`, SIGNING_IN])),
  ...Object.fromEntries(['answers: makeEnquiry', 'answers: readEnquiry', 'answers: readSecondLook', 'answers: suggestWords', 'asks: answerByLink', 'asks: findPageForAnswer', 'asks: readAskByLink', 'cover: answerAsClient', 'cover: askAsClient', 'cover: correctAsClient', 'cover: eraseAsClient', 'cover: readForClient', 'cover: sayAsClient', 'cover: offerPart', 'cover: readForPart',
    'home: readStop', 'home: stopByLink', 'introductions: answerWithDetails', 'networks: declineOffer', 'networks: joinAsNewcomer', 'organisations: joinStaff', 'organisations: readStaffLink', 'outcomes: readForCustomer', 'outcomes: sayForCustomer',
    'referrals: answerOnTheirPage', 'referrals: correctOnTheirPage', 'referrals: endOnTheirPage', 'referrals: eraseOnTheirPage', 'referrals: readTheirPage', 'teams: readCapacityAsk', 'teams: readInvitationByLink'].map((name) => [name, LINK])),
  ...Object.fromEntries(['beSomeone', 'isExample', 'listCharacters', 'leaveTown', 'loadTown', 'restoreHere', 'startMine', 'makeBackup', 'readHealth', 'getMail', 'listMail', 'sendTestLetter', 'hostsOnly'].map((name) => [`upkeep: ${name}`, HOSTING])),
  ...Object.fromEntries(['beginImport', 'discardImport', 'exportTable', 'matchColumns', 'readColumns', 'leaveOutTheRest', 'mendRows', 'readRowsToMend', 'previewImport', 'undoImport', 'fetchExport', 'getExport', 'takeEverything'].map((name) => [`upkeep: ${name}`, TABLES])),
  'upkeep: answerHeldAct': 'the yes to what an assistant prepared is a person’s alone',
  'people: hasHost': HELPER, 'people: passkeysWork': HELPER, 'teams: namesIn': HELPER, 'cover: readCoverToKeep': HELPER, 'introductions: listWays': HELPER, 'introductions: readLines': HELPER, 'matches: findFitsOf': HELPER, 'networks: withWhom': HELPER,
  'answers: readDirectory': beside('GET /networks/{slug}/claims'), 'answers: readStatement': beside('GET /organisations/{id}/answers'), 'cover: readPack': beside('GET /cover/{id}'), 'organisations: actFor': 'a token acts for one organisation for good',
  'briefs: readText': beside('POST /networks/{slug}/briefs/readings'), 'briefs: readFile': beside('POST /networks/{slug}/briefs/readings'), 'briefs: lookThrough': beside('POST /networks/{slug}/briefs/readings'), 'briefs: useReading': beside('POST /networks/{slug}/briefs'), 'briefs: discardReading': 'programs keep no reading that could be thrown away',
  'home: makeCalendarLink': CALENDAR, 'home: readOwnLink': CALENDAR, 'home: removeCalendarLink': CALENDAR, 'home: readCalendar': beside('GET /calendar'), 'home: readCalendarByLink': LINK,
  'home: readHome': beside('GET /turns, /notices and the lists of each room'), 'home: readTogether': beside('the lists of each room'),
}

const API_ONLY: Readonly<Record<string, string>> = {
  'briefs: tryReading': 'a reading that is kept nowhere', 'cover: answerCover': 'at a page it is a tap on one’s turn', 'cover: answerTerms': 'at a page it is a tap on one’s turn', 'notices: readNoticePage': 'pages show the latest', 'people: listSessions': 'the account page reads it with all else',
  'teams: proposeForBrief': 'at a page a team is started first', 'upkeep: holdAct': 'a person does it at once',
}

const reach = readReach(join(import.meta.dirname, '../..'))

test('every action of a page is there for programs, or it is said why not', () => {
  const missing = [...reach.byPage].filter((action) => !reach.byApi.has(action)).sort()

  expect(missing.filter((action) => !PAGE_ONLY[action])).toEqual([])
  expect(Object.keys(PAGE_ONLY).filter((action) => !missing.includes(action))).toEqual([])
})

test('every action for programs is there at a page, or it is said why not', () => {
  const missing = [...reach.byApi].filter((action) => !reach.byPage.has(action)).sort()

  expect(missing.filter((action) => !API_ONLY[action])).toEqual([])
  expect(reach.byApi.size).toBeGreaterThan(180)
})
