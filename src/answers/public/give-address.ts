import type { Ctx, Tx } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import type { Id } from '../../kit/ids.ts'
import { addressFrom, addressWithLetters, saysName } from './address.ts'
import { findToAddress, listWithoutAddress, takeAddress } from './address-store.ts'

/**
 * Gives an organisation its address, or a new one where its name has changed. The plain name is only for those shown to anyone: were a
 * hidden one to hold it, the letters that the next gets would tell of it. Whoever is hidden later keeps what people know.
 */
export async function giveAddress(tx: Tx, organisation: Id<'organisation'>): Promise<void> {
  const found = await findToAddress(tx, organisation)
  if (!found) return
  const plain = addressFrom(found.name)
  const fits = found.slug !== undefined && saysName(found.slug, found.name)
  if (fits && (found.slug === plain || !found.shown)) return
  const wanted = [...(found.shown ? [plain] : []), ...(fits ? [] : [addressWithLetters(found.name), addressWithLetters(found.name)])]
  for (const slug of wanted) if (await takeAddress(tx, organisation, slug)) return
}

/** For those who came by a way that tells no news, such as an import of thousands. */
export async function giveAddresses(ctx: Ctx): Promise<void> {
  while (await ctx.transaction(async (tx) => {
    const without = await listWithoutAddress(tx, 200)
    for (const organisation of without) await giveAddress(tx, organisation)
    return without.length === 200
  }));
}

defineChore({ name: 'answers.give-addresses', cron: '*/10 * * * *', run: giveAddresses })
