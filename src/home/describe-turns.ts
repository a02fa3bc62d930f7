import { getKind, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'

export type Turn = {
  readonly ask: Ask
  readonly title: string
  readonly lines: readonly string[]
  readonly words: Readonly<Record<string, string>>
  /** It could not be read just now. */
  readonly failed?: true
}

/** Each ask in its own words. They were asked, so its sender chose to tell them; the words are the kind's to choose. One that fails says so alone. */
export async function describeTurns(ctx: Ctx, asks: readonly Ask[]): Promise<readonly Turn[]> {
  try {
    return await asHouse(ctx).read(async (tx) => {
      const turns: Turn[] = []
      for (const ask of asks) turns.push(await describe(tx, ask))
      return turns
    })
  } catch (error) {
    ctx.log.error({ err: error }, 'a turn could not be described')
    return Promise.all(asks.map((ask) => asHouse(ctx).read((tx) => describe(tx, ask)).catch((): Turn => ({ ask, title: 'Something waits for you', lines: ['It could not be fetched just now. Look again in a while.'], words: {}, failed: true }))))
  }
}

async function describe(tx: Parameters<ReturnType<typeof getKind>['describe']>[0], ask: Ask): Promise<Turn> {
  const kind = getKind(ask.kind)
  const { title, lines } = await kind.describe(tx, ask)
  return { ask, title, lines, words: kind.words }
}
