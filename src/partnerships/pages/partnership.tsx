import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, sendForm } from '../../kit/web/form.ts'
import { isId } from '../../kit/ids.ts'
import { countPartner, endPartner, readPlace } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { addLine, removeNote, takeBackMoment } from '../add-line.ts'
import { changeReminder, sayWhoKnows } from '../change-terms.ts'
import { getPartnership } from '../change-ours.ts'
import { takeUpAgain } from '../end.ts'
import { VIEWS } from '../moment.ts'
import { readPartnership, type Wanted, type With } from '../read-partnership.ts'
import { wakePartnership } from '../rest.ts'
import { setStage } from '../set-stage.ts'
import { askAgain, takeBackNote } from '../take-back-note.ts'
import { idFrom } from './param.ts'
import { PartnershipPage } from './partnership-page.tsx'
import type { Forms } from './props.ts'

/** The shared memory of a partnership, and everything one does on that page. */
export function partnershipPages(pages: Pages): void {
  pages.get(routes.partnership(':id'), async (c) => show(c, await page(c)))
  forms(pages)
  buttons(pages)
}

function forms(pages: Pages): void {
  pages.post(routes.partnershipStage(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { stage: form }),
    send: async (again, values) => {
      const id = idFrom<'partnership'>(again)
      const { moment } = await setStage(again.var.ctx, id, values)
      return goTo(again, routes.partnership(id), { says: 'Said.', undo: moment && routes.partnershipMomentTakingBack(id, moment) })
    },
  }))
  pages.post(routes.partnershipLines(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { line: form }),
    send: async (again, values) => {
      const id = idFrom<'partnership'>(again)
      const line = await addLine(again.var.ctx, id, values)
      return goTo(again, `${routes.partnership(id)}#timeline`, { says: 'Added.', undo: line.is === 'note' ? routes.partnershipNoteRemoval(id, line.id) : routes.partnershipMomentTakingBack(id, line.id) })
    },
  }))
  pages.post(routes.partnershipSight(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { shows: form }),
    send: async (again, values) => {
      const id = idFrom<'partnership'>(again)
      await sayWhoKnows(again.var.ctx, id, values)
      return goTo(again, routes.partnership(id), { says: 'Saved. It counts from now on.' })
    },
  }))
  pages.post(routes.partnershipReminder(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { reminder: form }),
    send: async (again, values) => {
      const id = idFrom<'partnership'>(again)
      await changeReminder(again.var.ctx, id, values)
      return goTo(again, routes.partnership(id), { says: 'Saved.' })
    },
  }))
}

function buttons(pages: Pages): void {
  pages.post(routes.partnershipTakingBack(':id'), async (c) => {
    await takeBackNote(c.var.ctx, idFrom(c))
    return goTo(c, routes.partnerships, { says: 'Taken back. They are no longer asked.' })
  })
  pages.post(routes.partnershipAsks(':id'), async (c) => {
    const id = idFrom<'partnership'>(c)
    await askAgain(c.var.ctx, id)
    return goTo(c, routes.partnership(id), { says: 'They are asked.' })
  })
  pages.post(routes.partnershipNoteRemoval(':id', ':note'), async (c) => {
    const id = idFrom<'partnership'>(c)
    await removeNote(c.var.ctx, id, idFrom(c, 'note'))
    return goTo(c, `${routes.partnership(id)}#timeline`, { says: 'Taken away.' })
  })
  pages.post(routes.partnershipMomentTakingBack(':id', ':moment'), async (c) => {
    const id = idFrom<'partnership'>(c)
    await takeBackMoment(c.var.ctx, id, idFrom(c, 'moment'))
    return goTo(c, `${routes.partnership(id)}#timeline`, { says: 'Taken back.' })
  })
  pages.post(routes.partnershipWaking(':id'), async (c) => {
    const id = idFrom<'partnership'>(c)
    await wakePartnership(c.var.ctx, id)
    return goTo(c, routes.partnership(id), { says: 'Awake again. They hear of it.' })
  })
  pages.post(routes.partnershipReturn(':id'), async (c) => {
    const id = idFrom<'partnership'>(c)
    const { asked } = await takeUpAgain(c.var.ctx, id)
    return goTo(c, routes.partnership(id), { says: asked ? 'They are asked whether they would take it up again.' : 'It goes on.' })
  })
  pages.post(routes.partnershipCounting(':id'), async (c) => {
    const { id, us, partner } = await c.var.ctx.read((tx) => getPartnership(tx, idFrom(c)))
    const counts = (await c.req.parseBody())['counts'] === 'yes'
    await (counts ? countPartner : endPartner)(c.var.ctx, us, partner.id)
    return goTo(c, routes.partnership(id), { says: counts ? 'They see what you show to partners.' : 'They no longer see what is for partners only.' })
  })
}

/** What the address asks of the timeline; anything odd is nothing. */
export function readWanted(query: (name: string) => string | undefined): Wanted {
  const place = readPlace(query('before'))?.place
  const at = place && new Date(place.name)
  const whom: With | undefined = (['both', 'us'] as const).find((one) => one === query('with'))
  return { view: VIEWS.find((one) => one === query('view')), with: whom, before: at && !Number.isNaN(at.getTime()) && isId(place.organisation) ? { at, id: place.organisation } : undefined }
}

async function page(c: WebContext, forms: Forms = {}): Promise<Shown> {
  const wanted = readWanted((name) => c.req.query(name))
  const read = await c.var.ctx.read((tx) => readPartnership(tx, idFrom(c), wanted))
  return { title: `${read.ours.partner.name} and you`, width: 'work', body: <PartnershipPage read={read} wanted={wanted} forms={forms} now={c.var.ctx.now} /> }
}
