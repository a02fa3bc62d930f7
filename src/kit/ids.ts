import { randomUUID } from 'node:crypto'

/** A random public id (UUID v4). Nothing in it tells age or order. The brand keeps one kind from being passed for another. */
export type Id<Of extends string> = string & { readonly of: Of }

export function newId<Of extends string>(): Id<Of> {
  return randomUUID() as Id<Of> // branding a fresh id is the one place where the cast is the point
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether unknown text has the shape of an id; says nothing about whether the thing exists. */
export function isId<Of extends string>(text: unknown): text is Id<Of> {
  return typeof text === 'string' && UUID.test(text)
}
