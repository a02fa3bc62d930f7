/** The door of upkeep. No room stands below it; `entry` alone comes in. */
import './forget.ts'
import './make-backup.ts'

export { findToken, scopesAllow } from './tokens/index.ts'
export { tokensApi } from './tokens/api.ts'
export { sendWebhooks, webhooksApi } from './webhooks/index.ts'
export { upkeepPages } from './pages/index.tsx'
export { loadTown } from './load-town.ts'
export { startMine } from './start-mine.ts'
export { exportTable, importAtTerminal, KINDS as KINDS_OF_TABLES, type Kind as KindOfTable, type TakenIn } from './moving/index.ts'
export { answerClarity, answerFit, answerPaths, answerTeam, AskedWrongly, BadFile, dayMeant, LENSES, LISTS, printable, readBrief, readNetwork, readSpoken, type Answer, type NetworkFiles } from './files-only/index.ts'
export { bringInRegister, compare, findNetworkBySlug, goThrough, holdsAnyOf, listByNumber, readRegister, registerApi, SCHEME, tablesOf, type BroughtIn, type Compared, type Errand, type Project, type Register } from './register/index.ts'
export { mcpServer, readAnswer, type CallApi } from './mcp/index.ts'
