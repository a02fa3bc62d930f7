import { routes } from '../../routes.ts'
import type { ApiDocument, Operation } from '../api/document.ts'
import type { Schema } from '../api/examples.ts'
import { Actions, Button, Chips, Empty, Field, Form, Heading, LinkButton, Row, Rows, Section } from '../../ui/index.ts'

type One = Operation & { readonly method: string; readonly path: string }

/** What programs can do here, room by room: looked up without script, tried with curl. The same document serves programs as JSON. */
export function ApiPage({ document, wanted, address }: { document: ApiDocument; wanted: Readonly<Record<string, string>>; address: string }) {
  const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): One => ({ path, method: method.toUpperCase(), ...operation })))
  const sought = (wanted['q'] ?? '').trim().slice(0, 80)
  const room = document.tags.find(({ name }) => name === wanted['room'])?.name
  const found = all.filter((one) => (!room || one.tags[0] === room) && fits(one, sought))
  return (
    <>
      <Heading intro="Everything a page can do, for programs of yours: your website, a spreadsheet, an assistant. They act as you, within what you allow." actions={<><LinkButton href={routes.tokens} variant="main">Make a token</LinkButton><LinkButton href={`${routes.apiV1}/openapi.json`}>OpenAPI 3.1 as JSON</LinkButton></>}>API</Heading>
      {!sought && !room && <Begin address={address} />}
      <Form to={routes.api} method="get" layout="line" label="Look something up" values={{ q: sought }}>
        <Field name="q" label="A word, such as “brief” or “invite”" type="search" optional />
        <Actions><Button>Look up</Button></Actions>
      </Form>
      <Chips label="Rooms" chips={document.tags.map(({ name }) => ({ label: title(name), href: room === name ? routes.api : `${routes.api}?room=${name}`, on: room === name, removes: room === name, count: all.filter((one) => one.tags[0] === name).length }))} />
      {!sought && !room ? <Rooms document={document} all={all} /> : found.length === 0
        ? <Empty title={`Nothing is called “${sought}”${room ? ' in this room' : ''}.`}>Try a shorter word, or look through the rooms above.</Empty>
        : document.tags.map(({ name, description }) => {
          const list = found.filter((one) => one.tags[0] === name)
          return list.length > 0 && <Section key={name} title={title(name)} count={list.length} intro={description}>{list.map((one) => <OperationCard key={one.operationId} one={one} address={address} document={document} />)}</Section>
        })}
    </>
  )
}

const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

function fits(one: One, sought: string): boolean {
  const words = `${one.method} ${one.path} ${one.summary} ${one.operationId} ${one.tags.join(' ')}`.toLowerCase()
  return sought.toLowerCase().split(/\s+/).every((word) => words.includes(word))
}

function Begin({ address }: { address: string }) {
  return (
    <Section title="Begin in a minute">
      <p>Make a token that may read, put it where it says YOURS, and ask who you are:</p>
      <pre className="code"><code>{`curl -H 'Authorization: Bearer YOURS' ${address}/me`}</code></pre>
      <p>Lists take <code>limit</code> and <code>after</code>; <code>next</code> in the answer is the <code>after</code> of the next page. What changes something may carry an <code>Idempotency-Key</code>: sent twice, it is done once. What goes wrong says in words what to do next (RFC 9457).</p>
    </Section>
  )
}

function Rooms({ document, all }: { document: ApiDocument; all: readonly One[] }) {
  return (
    <Section title="Rooms">
      <Rows label="Rooms">{document.tags.map(({ name, description }) => {
        const count = all.filter((one) => one.tags[0] === name).length
        return <Row key={name} title={title(name)} href={`${routes.api}?room=${name}`} detail={description} aside={count === 1 ? 'one request' : `${count} requests`} />
      })}</Rows>
    </Section>
  )
}

/** One request, opened to see what it wants, what it answers and how to try it. */
function OperationCard({ one, address, document }: { one: One; address: string; document: ApiDocument }) {
  const scope = one.security.find((each) => 'token' in each)?.['token']?.[0]
  const asked = one.parameters?.filter(({ name, in: where }) => name && where === 'query') ?? []
  const [good, answer] = Object.entries(one.responses).find(([status]) => status.startsWith('2')) ?? []
  const example = answer?.content?.['application/json']?.example
  const refusals = Object.keys(one.responses).filter((status) => status >= '400')
  return (
    <details className="request" id={one.operationId}>
      <summary><span className="request-line"><code className="request-method">{one.method}</code> <code>{one.path}</code></span> <span>{one.summary}</span></summary>
      {one.description && <p>{one.description.split('\n').map((line, at) => <span key={at}>{line.replaceAll('`', '')}<br /></span>)}</p>}
      <p className="fine">{scope ? <>A token needs the scope <code>{scope}</code>.</> : <>For a person signed in; no token does it.</>}</p>
      {scope && <><h3>Try it</h3><pre className="code" tabIndex={0} aria-label={`curl for ${one.summary}`}><code>{curlFor(one, address)}</code></pre></>}
      {asked.length > 0 && <><h3>In the address</h3><dl className="request-asked">{asked.map(({ name, required, schema }) => <div key={name}><dt><code>{name}</code>{required ? '' : ', optional'}</dt><dd>{wordsFor(schema)}</dd></div>)}</dl></>}
      <h3>Answers {good}{answer?.description ? `: ${answer.description.replaceAll('`', '')}` : ''}</h3>
      {example !== undefined && <pre className="code" tabIndex={0} aria-label={`An answer to ${one.summary}`}><code>{JSON.stringify(example, null, 2)}</code></pre>}
      <p className="fine">Or, in words: {refusals.map((status) => `${status} ${saysOf(one, status, document)}`).join(' ')}</p>
    </details>
  )
}

function curlFor(one: One, address: string): string {
  const path = one.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `${name.toUpperCase()}`)
  const body = one.requestBody?.content['application/json']?.example
  const lines = [`curl ${one.method === 'GET' ? '' : `-X ${one.method} `}'${address}${path}'`, `-H 'Authorization: Bearer YOURS'`]
  if (one.method !== 'GET') lines.push(`-H 'Idempotency-Key: ONE-OF-YOURS'`)
  if (body !== undefined) lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`)
  return lines.join(' \\\n  ')
}

function wordsFor(schema: Schema | undefined): string {
  if (!schema) return ''
  const kind = schema.enum ? schema.enum.map(String).join(', ') : schema.format === 'uuid' ? 'an id' : schema.format === 'date' ? 'a day, as 2027-03-02' : schema.type === 'integer' || schema.type === 'number' ? 'a number' : 'words'
  return schema.description ? `${schema.description.replaceAll('`', '')} (${kind})` : kind
}

function saysOf(one: One, status: string, document: ApiDocument): string {
  const { $ref, description } = one.responses[status] ?? {}
  const named = document.components['responses']?.[$ref?.split('/').at(-1) ?? ''] as { description?: string } | undefined // our own references
  return named?.description ?? description ?? ''
}
