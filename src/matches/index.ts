/** The door of matches: what other rooms may use. */
import './api.ts'
