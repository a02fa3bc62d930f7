/** The door of cover: what other rooms may use. */
import './api.ts'
