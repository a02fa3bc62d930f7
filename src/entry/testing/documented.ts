import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { ApiDocument, Operation } from '../api/document.ts'
import type { Answer } from '../testing.ts'

export type Documented = { readonly method: string; readonly path: string; readonly operation: Operation }

/** Holds what the house answers against what its own document says it can answer. */
export type Witness = {
  readonly document: ApiDocument
  readonly operations: readonly Documented[]
  /** By the name the matrix gives it: `GET /api/v1/networks/:slug`. */
  find(route: string): Documented | undefined
  /** What the document does not know of this answer; empty where it is as documented. */
  strays(route: string, answer: Answer): readonly string[]
  /** What is wrong with an example. */
  wrongs(schema: object, value: unknown): string | undefined
}

export function openWitness(document: ApiDocument): Witness {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'house', components: document.components })
  const known = new Map<string, ValidateFunction>()
  const wrongs = (schema: object, value: unknown) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"house#/components/')
    const check = known.get(text) ?? ajv.compile(JSON.parse(text) as object)
    known.set(text, check)
    return check(value) ? undefined : ajv.errorsText(check.errors)
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
  const byRoute = new Map(operations.map((one) => [routeOf(one), one]))
  return {
    document, operations, wrongs,
    find: (route) => byRoute.get(route),
    strays: (route, answer) => {
      const one = byRoute.get(route)
      if (!one) return [`${route} is not in the document`]
      const said = one.operation.responses[String(answer.status)]
      if (!said) return [`${route} may give ${answer.status}, says nobody: ${answer.text.slice(0, 100)}`]
      const whole = said.$ref ? (document.components['responses']?.[said.$ref.split('/').at(-1) ?? ''] as typeof said) : said // our own references
      const [type, content] = Object.entries(whole.content ?? {}).find(([name]) => name.includes('json')) ?? []
      if (!type || !content) return answer.text === '' || !!whole.content ? [] : [`${route} ${answer.status} was to be empty`]
      const wrong = (answer.headers.get('Content-Type') ?? '').startsWith(type) ? wrongs(content.schema, answer.json()) : `is not ${type}`
      return wrong ? [`${route} ${answer.status}: ${wrong}`] : []
    },
  }
}

/** The name the matrix gives an operation. */
export function routeOf({ method, path }: Pick<Documented, 'method' | 'path'>): string {
  return `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}
