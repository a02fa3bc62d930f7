import type { FormState, Values } from '../../kit/web/form.ts'
import type { WebContext } from '../../kit/web/env.ts'
import { Hidden } from '../../ui/index.ts'
import { ownPath } from '../own-path.ts'

/** Where to go afterwards: from the address the first time, then from the form itself. Only ever a path of ours. */
export function thenOf(c: WebContext, form?: FormState): string {
  return ownPath(sentThen(form?.values) ?? c.req.query('then'))
}

export function sentThen(values: Values | undefined): string | undefined {
  const then = values?.['_then']
  return typeof then === 'string' ? then : undefined
}

export function Then({ path }: { path: string }) {
  return <Hidden name="_then" value={path} />
}

export function withThen(address: string, path: string): string {
  return path === '/' ? address : `${address}?then=${encodeURIComponent(path)}`
}
