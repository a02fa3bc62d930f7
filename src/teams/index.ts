/** The door of teams: what other rooms may use. */
import './api.ts'
