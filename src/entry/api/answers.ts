import type { Schema } from './examples.ts'
import { whoOf } from './who-may.ts'

/** RFC 9457, as every refusal of the API is written. */
export const PROBLEM: Schema = {
  type: 'object', description: 'What went wrong, in words (RFC 9457)', required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', description: 'The kind of problem' }, title: { type: 'string', description: 'What went wrong' }, status: { type: 'integer' }, detail: { type: 'string', description: 'What to do next' }, instance: { type: 'string', description: 'The address that was asked' },
    problems: { type: 'array', description: 'Each field to mend', items: { type: 'object', required: ['field', 'sentence'], properties: { field: { type: 'string', description: 'Empty where it is about the whole' }, sentence: { type: 'string' } } } },
    reference: { type: 'string', description: 'To quote to whoever hosts this house' },
  },
}

const SAYS = {
  BadRequest: [400, 'invalid', 'What was sent could not be read.', 'Look at how it is written and send it again. Nothing has been changed.'],
  SignInFirst: [401, 'sign-in-first', 'This token is not one of ours, has run out or was withdrawn.', 'Make a new one under Account, Tokens.'],
  NotAllowed: [403, 'not-allowed', 'This token may not do that: it needs the scope "write".', 'Make one with that scope, under Account, Tokens.'],
  NotThere: [404, 'not-found', 'There is nothing here, or it is not shared with you.', 'Check the address, or go back to Home.'],
  InTheWay: [409, 'conflict', 'This referral has already been answered.', 'Look at it again.'],
  Gone: [410, 'gone', 'This link has been used or has run out.', 'Ask whoever sent it for a new one.'],
  TooLarge: [413, 'too-large', 'That is more than can be taken in one go.', 'Send a shorter text. Nothing has been changed.'],
  WrongType: [415, 'wrong-type', 'This address takes another type of content, mostly JSON.', 'Send it with the Content-Type that the description names, such as application/json. Nothing has been changed.'],
  LookAgain: [422, 'invalid', 'Some of this needs another look.', 'Mend what is marked and send it again. Nothing has been changed.'],
  TooOften: [429, 'too-many', 'That was tried too often in a short time.', 'Wait a little and try again.'],
  Broken: [500, 'broken', 'Something went wrong on our side.', 'Nothing was changed. Try again; if it stays, give whoever hosts this the reference.'],
  Away: [503, 'away', 'The database is starting again.', 'Wait a few seconds and try again. What you were told was saved is safe.'],
  NoRoom: [507, 'no-room', 'There is no room left to save this.', 'Nothing was lost or changed. Tell whoever hosts this that the disk is full.'],
} as const

type Name = keyof typeof SAYS

/** Every refusal there is, each once, with an example. */
export const ANSWERS: Readonly<Record<string, object>> = Object.fromEntries(Object.entries(SAYS).map(([name, [status, kind, title, detail]]) => [name, {
  description: title,
  ...(status === 401 && { headers: { 'WWW-Authenticate': { description: 'Bearer', schema: { type: 'string' } } } }),
  ...((status === 429 || status === 503) && { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: { type: `/help/problems#${kind}`, title, status, detail, instance: '/api/v1/…', ...(status === 422 && { problems: [{ field: 'name', sentence: 'Its name is missing.' }] }), ...(status === 500 && { reference: '5f0c2a9e' }) } } },
}]))

/** What is counted, so that nobody is written to too often. */
const COUNTED = ['post /everything/back', 'post /referrals', 'post /referrals/{id}/passing-on', 'post /introductions']

/** What says while only looking that something would be in the way. */
const LOOKS_FIRST = ['/introductions/ways']

/** The refusals one operation can really give: those that any may, and those that come of having a body, an id or a link in it. */
export function answersOf(method: string, path: string, { hasBody, asks }: { readonly hasBody: boolean; readonly asks: boolean }): Readonly<Record<string, { readonly $ref: string } | { readonly description: string }>> {
  const unsafe = method !== 'get'
  const names: Name[] = [
    'SignInFirst', 'NotAllowed', 'LookAgain', 'Broken', 'Away', ...(unsafe ? ['BadRequest', 'InTheWay', 'TooLarge', 'WrongType', 'NoRoom'] as const : []), ...(LOOKS_FIRST.includes(path) && !unsafe ? ['InTheWay'] as const : []),
    ...(asks || hasBody || whoOf(method, path) === 'host' ? ['NotThere'] as const : []), ...(path.includes('{token}') ? ['Gone'] as const : []), ...(COUNTED.includes(`${method} ${path}`) ? ['TooOften'] as const : []),
  ]
  const refusals = Object.fromEntries(names.map((name) => [SAYS[name][0], { $ref: `#/components/responses/${name}` }]))
  return unsafe ? refusals : { 304: { description: 'As it was, by the ETag you sent in If-None-Match' }, ...refusals }
}
