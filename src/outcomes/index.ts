/** The door of outcomes: what other rooms may use. */
import './api.ts'
