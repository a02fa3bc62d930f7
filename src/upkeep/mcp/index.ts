/** The Model Context Protocol: what assistants ask of this house. */
export { mcpServer, readAnswer, type CallApi } from './server.ts'
