import type { Id } from '../../kit/ids.ts'
import type { TestWeb } from '../testing.ts'

/** Looks at everything this visitor can come to: from where they begin, along every link and every form that only asks. */
export async function crawl(web: TestWeb, as: Id<'person'> | undefined, begin: readonly string[], asked: { most?: number; token?: string } = {}): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>()
  const queue = [...begin]
  for (let path = queue.shift(); path !== undefined && seen.size < (asked.most ?? 400); path = queue.shift()) {
    if (seen.has(path)) continue
    const { status, text, headers, location } = await web.get(path, { as, token: asked.token })
    if (status >= 500) throw new Error(`${path} answered ${status}`)
    seen.set(path, `${status} ${location ?? ''}\n${[...headers].filter(([name]) => name !== 'content-security-policy').map((one) => one.join(': ')).join('\n')}\n${text}`)
    queue.push(...linksIn(text), ...(location?.startsWith('/') ? [location] : []))
  }
  return seen
}

function linksIn(text: string): readonly string[] {
  const found = [...text.matchAll(/\b(?:href|src|action)="([^"#]*)/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
  return found.flatMap((address) => (address.startsWith('/') && !address.startsWith('//') ? [address] : []))
}
