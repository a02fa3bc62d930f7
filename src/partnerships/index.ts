/** The door of partnerships: what other rooms may use. */
import './api.ts'
