/** The door of organising: what other rooms may use. */
import './api.ts'
import './tab.ts'
