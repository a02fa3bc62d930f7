import { idFromPath } from './param.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { goTo, sendForm, freshForm, type FormState } from '../../../kit/web/form.ts'
import { getOrganisationToKeep } from '../../../organisations/index.ts'
import { routes } from '../../../routes.ts'
import { mayAnswerFor } from '../../who-may.ts'
import { addressesOf } from '../address-store.ts'
import { forgetUse, rememberUse } from '../keep-statements.ts'
import { queryOf } from '../statement.ts'
import { listUses } from '../statement-store.ts'
import { SharePage } from './share-page.tsx'

/** For an organisation’s own people: the address to pass on, what to put on other websites, and the statements they have named. */
export function ownerPages(pages: Pages): void {
  pages.get(routes.publicFace(':id'), async (c) => show(c, await sharing(c, freshForm())))
  pages.post(routes.statementUses(':id'), (c) => sendForm(c, {
    show: sharing,
    send: async (again, values) => {
      const id = idFromPath<'organisation'>(again, 'id')
      const parts = await rememberUse(again.var.ctx, id, values)
      const slug = await again.var.ctx.read(async (tx) => (await addressesOf(tx, [id])).get(id))
      return goTo(again, slug ? routes.statement(slug) + queryOf(parts, false) : routes.publicFace(id), { says: 'Remembered.' })
    },
  }))
  pages.post(routes.statementUseRemoval(':id', ':use'), async (c) => {
    const id = idFromPath<'organisation'>(c, 'id')
    await forgetUse(c.var.ctx, id, idFromPath(c, 'use'))
    return goTo(c, routes.publicFace(id), { says: 'Forgotten.' })
  })
}

async function sharing(c: WebContext, form: FormState): Promise<Shown> {
  const id = idFromPath<'organisation'>(c, 'id')
  const { ctx } = c.var
  const read = await ctx.read(async (tx) => ({ organisation: await getOrganisationToKeep(tx, id, mayAnswerFor), slug: (await addressesOf(tx, [id])).get(id), uses: await listUses(tx, id) }))
  return { title: 'Share your page', width: 'work', body: <SharePage {...read} form={form} urlOf={(path) => ctx.url(path)} /> }
}
