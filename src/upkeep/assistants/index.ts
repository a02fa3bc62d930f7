/** The door of assistants: what they prepare and a person says yes to. */
export { assistantsApi } from './api.ts'
export { assistantsPages } from './pages.tsx'
