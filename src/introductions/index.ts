/** The door of introductions: what other rooms may use. */
import './api.ts'
