/** The door of tokens: what programs sign in with. */
import './when.ts'

export { findToken } from './store.ts'
export { listTokens, makeToken, withdrawToken } from './make-token.ts'
export { mayWith, scopeFor, type Scope, type Token } from './token.ts'
