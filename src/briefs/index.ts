/** The door of briefs: what other rooms may use. */
import './api.ts'
