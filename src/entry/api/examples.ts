/** As much of JSON Schema as our own documents use. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly default?: unknown
}
type Schemas = Readonly<Record<string, Schema>>

/** Words from the example town, by the name of the field they stand in. */
const WORDS: Readonly<Record<string, string>> = {
  name: 'The Wild Bouquet', title: 'A hydrogen test bench', line: 'Flowers grown and arranged here', email: 'hello@wildbouquet.example', phone: '01632 960101', website: 'https://wildbouquet.example', address: 'https://wildbouquet.example/hooks',
  district: 'SP2', town: 'Alderbridge', slug: 'alderbridge-weddings', purpose: 'To find each other', kind: 'company', words: 'Thank you, that went well.', says: 'We build the pipework and test it under pressure.', note: 'Happy to talk any morning.',
  reason: 'We met at the spring market.', because: 'We are full until June.', value: '04512345', code: '45310000', who: 'Jo at the mill', reach: 'jo@mill.example', needs: 'Flowers for a wedding in June', table: 'title,parent\nSugar work,\n', text: 'The works comprise: 1. pipework; 2. a control panel.',
  link: 'https://guildhall.example/answer/gh_answer_…', secret: 'whsec_…', id: 'a1b2c3d4-0000-4000-8000-000000000001', next: 'WyJUaGUgV2lsZCBCb3VxdWV0Il0', from: '2027-03-02', until: '2027-06-01',
}

/** One value the schema takes, the same each time: what a reader would want to see, not what a machine would make up. */
export function exampleOf(schema: Schema, schemas: Schemas, field = '', depth = 0): unknown {
  if (schema.$ref) return depth > 12 ? null : exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, field, depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return exampleOf(either.find(({ type }) => type !== 'null') ?? {}, schemas, field, depth)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => exampleOf(one, schemas, field, depth))) as unknown
  switch ([schema.type].flat().find((one) => one !== 'null')) {
    case 'object': return exampleObject(schema, schemas, depth)
    case 'array': return depth > 12 ? [] : [exampleOf(schema.items ?? {}, schemas, field.replace(/s$/, ''), depth + 1)]
    case 'string': return exampleText(schema, field)
    case 'integer': case 'number': return Math.max(schema.minimum ?? 1, Math.min(schema.maximum ?? 3, 3))
    case 'boolean': return true
    default: return {}
  }
}

function exampleObject({ properties = {}, additionalProperties }: Schema, schemas: Schemas, depth: number): unknown {
  const named = Object.entries(properties).map(([name, inner]) => [name, exampleOf(inner, schemas, name, depth + 1)])
  const more = typeof additionalProperties === 'object' && named.length === 0 ? [['example', exampleOf(additionalProperties, schemas, '', depth + 1)]] : []
  return Object.fromEntries([...named, ...more]) as unknown
}

function exampleText({ format, minLength = 0, maxLength = Infinity }: Schema, field: string): string {
  switch (format) {
    case 'uuid': return WORDS['id'] ?? ''
    case 'date': return '2027-03-02'
    case 'date-time': return '2027-03-02T09:30:00.000Z'
    case 'email': return WORDS['email'] ?? ''
    default: {
      const word = WORDS[field] ?? (/(on|by)$/i.test(field) && /[A-Z]/.test(field) ? '2027-03-02' : 'In a few words')
      return word.padEnd(minLength, '.').slice(0, maxLength)
    }
  }
}
