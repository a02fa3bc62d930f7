import './calendar/keep-link.ts'
import './letter/write-letters.ts'

export { homeApi } from './api.ts'
export { readFrame, type Frame } from './frame.ts'
export { homePages } from './pages/index.tsx'
