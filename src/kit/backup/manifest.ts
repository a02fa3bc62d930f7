import { z } from 'zod'

/** The form of the archive, raised when an older release could no longer read it. */
export const FORMAT = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const amount = z.int().nonnegative()

const table = z.strictObject({
  schema: z.string().min(1),
  name: z.string().min(1),
  columns: z.array(z.string().min(1)),
  rows: amount,
  bytes: amount,
  sha256,
})

const sequence = z.strictObject({ schema: z.string(), name: z.string(), lastValue: z.string().regex(/^-?\d{1,19}$/), isCalled: z.boolean() })

/** No way out of the folder it is restored to, and no name that another system reads differently. */
const fileName = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/).max(200)

/** What a backup says about itself. Everything in it is checked against the contents, and the contents against it. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  databaseVersion: z.string(),
  migrations: z.array(z.strictObject({ name: z.string().min(1), sha256: z.string(), appliedAt: z.string() })),
  tables: z.array(table),
  sequences: z.array(sequence),
  files: z.array(z.strictObject({ name: fileName, bytes: amount, sha256 })),
})

export type Manifest = z.output<typeof manifestSchema>
export type BackedUpTable = Manifest['tables'][number]
export type BackedUpFile = Manifest['files'][number]

export const fullName = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`
