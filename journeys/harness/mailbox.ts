import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string; /** The address behind its one button. */ readonly link: string }

export type Mailbox = {
  /** For SMTP_URL. */
  readonly url: string
  /** The next letter to somebody that has not been read yet, now or when it comes. */
  next(to: string): Promise<Letter>
  close(): Promise<void>
}

const PATIENCE = 60_000

/** A real mail server on this machine: whatever the house sends goes through SMTP and is parsed as a mail program would. */
export async function openMailbox(): Promise<Mailbox> {
  const unread: Letter[] = []
  const post = new EventEmitter()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = '', text = '', html }) => {
        for (const { address } of session.envelope.rcptTo) unread.push({ to: address, subject, text, html: html || '', link: /https?:\/\/\S+/.exec(text)?.[0] ?? '' })
        done()
        post.emit('letter')
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // a TCP listener's address is of that shape

  return {
    url: `smtp://127.0.0.1:${port}`,
    async next(to) {
      const given = AbortSignal.timeout(PATIENCE)
      for (;;) {
        const place = unread.findIndex((letter) => letter.to === to)
        const [letter] = place < 0 ? [] : unread.splice(place, 1)
        if (letter) return letter
        await once(post, 'letter', { signal: given }).catch(() => { throw new Error(`No letter came to ${to}. Unread: ${unread.map((one) => `${one.subject}, to ${one.to}`).join('; ') || 'none'}.`) })
      }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
