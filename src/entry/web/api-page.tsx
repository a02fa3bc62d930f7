import { routes } from '../../routes.ts'
import { Heading, LinkButton, Section, Table } from '../../ui/index.ts'

type Operation = { readonly summary?: string; readonly description?: string; readonly tags?: readonly string[]; readonly responses?: Readonly<Record<string, { readonly description?: string }>> }
export type ApiDocument = { readonly info: { readonly title: string; readonly description?: string }; readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** Every operation on one page, readable without script; the same document serves programs as JSON. */
export function ApiPage({ document }: { document: ApiDocument }) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })))
  const groups = Map.groupBy(operations, (one) => one.tags?.[0] ?? 'other')
  return (
    <>
      <Heading intro={document.info.description} actions={<LinkButton href={`${routes.apiV1}/openapi.json`}>OpenAPI 3.1 as JSON</LinkButton>}>API</Heading>
      {[...groups].map(([group, list]) => (
        <Section key={group} title={group} count={list.length}>
          <Table caption={`What can be done with ${group}`} captionHidden rows={list} rowKey={(one) => one.method + one.path} columns={[
            { label: 'Request', head: true, cell: (one) => <code>{one.method} {routes.apiV1}{one.path}</code> },
            { label: 'Does', cell: (one) => one.summary ?? '' },
            { label: 'Answers', cell: (one) => Object.entries(one.responses ?? {}).map(([status, answer]) => `${status} ${answer.description ?? ''}`).join('; ') },
          ]} />
        </Section>
      ))}
    </>
  )
}
