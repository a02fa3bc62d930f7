/** The door of bringing back: everything of an organisation or a network, back in from one file. */
export { bringBackAtTerminal, type BackAtTerminal } from './at-terminal.ts'
export { bringingBackApi } from './api.ts'
export { bringingBackPages } from './pages/index.tsx'
