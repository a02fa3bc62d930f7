/** As much of mailparser as the tests use; it brings no types of its own. */
declare module 'mailparser' {
  export type ParsedMail = { subject?: string; text?: string; html?: string | false; from?: { text: string }; headers: ReadonlyMap<string, unknown>; bcc?: { text: string } }
  export function simpleParser(source: NodeJS.ReadableStream): Promise<ParsedMail>
}
