/** Moving in and out: tables that organisers bring and take. */
import './forget-imports.ts'
import './go-ahead.ts'
import './undo-import.ts'

export { exportTable, type Exported } from './export-table.ts'
export { importAtTerminal, type AtTerminal, type TakenIn } from './import-at-terminal.ts'
export { KINDS, type Kind } from './shape.ts'
export { movingPages } from './pages/index.tsx'
