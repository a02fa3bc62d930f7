import { isId, type Id } from '../../../kit/ids.ts'
import { show, type Pages, type WebContext } from '../../../kit/web/env.ts'
import { formPage, freshForm, goTo, readFiles, sendForm } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { NoSuchRegister } from '../errors.ts'
import { lookAtRegister } from '../look-at-register.ts'
import { readRegisterBrought, readRegisters } from '../read-registers.ts'
import { discardRegister, takeRegisterIn } from '../take-register-in.ts'
import { NEW } from './new.ts'
import { onePage } from './one.tsx'
import { startPage } from './start.tsx'

/** Choosing a register, looking at what is in it, bringing it in, and what came of it. */
export function registerPages(pages: Pages): void {
  formPage(pages, routes.registers, {
    show: async (c, form) => startPage(await readRegisters(c.var.ctx), form, c.var.ctx.now),
    send: async (c, { folder, projects }) => {
      const files = await Promise.all((await readFiles(c, 'files')).map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })))
      return goTo(c, routes.register(await lookAtRegister(c.var.ctx, { folder, projects }, files)))
    },
  })
  const page = async (c: WebContext, form = freshForm()) => onePage(await readRegisterBrought(c.var.ctx, idOf(c)), form)
  pages.get(routes.register(':id'), async (c) => show(c, await page(c)))
  pages.post(routes.registerIn(':id'), (c) => sendForm(c, {
    show: page,
    send: async (c, { network, name, purpose }) => {
      const id = idOf(c)
      await takeRegisterIn(c.var.ctx, id, { network: network === NEW ? '' : network, name, purpose })
      return goTo(c, routes.register(id))
    },
  }))
  pages.post(routes.registerDiscard(':id'), async (c) => {
    await discardRegister(c.var.ctx, idOf(c))
    return goTo(c, routes.registers, { says: 'Thrown away. What is in a network stays there.' })
  })
}

function idOf(c: WebContext): Id<'register'> {
  const id = c.req.param('id')
  if (!isId<'register'>(id)) throw new NoSuchRegister()
  return id
}
