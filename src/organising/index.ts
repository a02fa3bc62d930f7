/** The door of organising: what other rooms may use. */
import './api.ts'
import './nudge-members.ts'
import './tab.ts'
