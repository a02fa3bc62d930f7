/** A whole register of real joint work as a network: brought in by the product's own importers, and compared with who really took part. */
import './forget-registers.ts'

export { registerApi } from './api.ts'
export { registerPages } from './pages/index.tsx'
export { bringInRegister, type BroughtIn } from './bring-in-register.ts'
export { goThrough, type Errand } from './errand.ts'
export { compare, type Compared } from './compare.ts'
export { readRegister, type Project, type Register } from './read-register.ts'
export { findNetworkBySlug, holdsAnyOf, listByNumber } from './register-store.ts'
export { SCHEME, tablesOf } from './tables-of-register.ts'
