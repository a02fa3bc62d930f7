/** The door of everything: all of an organisation or a network as one file. */
export { everythingPages } from './pages/index.tsx'
