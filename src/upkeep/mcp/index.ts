/** The Model Context Protocol: what assistants ask of this house. */
export type { CallApi } from './call-api.ts'
export { mcpServer, readAnswer } from './server.ts'
