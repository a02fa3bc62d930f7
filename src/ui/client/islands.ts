import { all, metOnce } from './page.ts'

type Island = { start(element: HTMLElement): void }

const isNew = metOnce()

/**
 * Brings a page's own script to the part that asks for it by `data-island="name"`, and nothing where no part asks. The page works
 * without it. A room keeps such a script in its `client` folder; the addresses come with the page.
 */
export function startIslands(): void {
  const addresses = addressesOf(document.querySelector<HTMLMetaElement>('meta[name="islands"]')?.content)
  for (const element of all<HTMLElement>('[data-island]')) {
    const address = addresses[element.dataset.island ?? '']
    if (!address || !isNew(element)) continue
    void import(/* @vite-ignore */ address).then((island: Island) => island.start(element))
  }
}

function addressesOf(written: string | undefined): Readonly<Record<string, string>> {
  return written ? (JSON.parse(written) as Record<string, string>) : {} // written by our own page
}
