import { routes } from '../../routes.ts'
import type { Pages } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, sendForm } from '../../kit/web/form.ts'
import { withWhom } from '../../networks/index.ts'
import { askCustomerOf, sayForCustomer } from '../ask-customer.ts'
import { correctOutcome, takeBackOutcome } from '../correct-outcome.ts'
import { noteOutcome } from '../note-outcome.ts'
import { saySize } from '../say-size.ts'
import { Good, Heading } from '../../ui/index.ts'
import { correctPage, startOfCorrection } from './correct.tsx'
import { customerPage } from './customer.tsx'
import { listPage } from './list.tsx'
import { newPage, partsTyped, startOf, WHO_DID_IT } from './new.tsx'
import { notSoPages } from './not-so.tsx'
import { onePage } from './one.tsx'
import { idFrom, mustBeSignedIn, tokenFrom } from './param.ts'

export function outcomesPages(pages: Pages): void {
  pages.get(routes.outcomes, async (c) => show(c, await listPage(c)))
  formPage(pages, routes.newOutcome, {
    start: startOf,
    show: newPage,
    send: async (c, values) => {
      mustBeSignedIn(c)
      const { outcome } = await withWhom(c.var.ctx, values, WHO_DID_IT, (named) => noteOutcome(c.var.ctx, partsTyped(named)))
      return goTo(c, routes.outcome(outcome), { says: 'Kept. Everybody who did it is asked whether it was so.' })
    },
  })
  pages.get(routes.outcome(':id'), async (c) => show(c, await onePage(c, freshForm())))
  formPage(pages, routes.outcomeCorrection(':id'), {
    start: startOfCorrection,
    show: correctPage,
    send: async (c, values) => {
      mustBeSignedIn(c)
      const { askedAgain } = await correctOutcome(c.var.ctx, idFrom(c), values)
      return goTo(c, routes.outcome(idFrom(c)), { says: askedAgain === 0 ? 'Set right.' : 'Set right. Those who had spoken of it are asked again.' })
    },
  })
  pages.post(routes.outcomeTakingBack(':id'), (c) => sendForm(c, {
    show: async (again, form) => correctPage(again, { ...form, values: { ...await startOfCorrection(again), ...form.values } }),
    send: async (again, values) => {
      mustBeSignedIn(again)
      await takeBackOutcome(again.var.ctx, idFrom(again), values)
      return goTo(again, routes.outcomes, { says: 'Taken back. Those who did it are told why.' })
    },
  }))
  pages.post(routes.outcomeCustomer(':id'), (c) => sendForm(c, {
    show: onePage,
    send: async (again, values) => {
      mustBeSignedIn(again)
      await askCustomerOf(again.var.ctx, idFrom(again), values)
      return goTo(again, routes.outcome(idFrom(again)), { says: 'The link is ready to copy.' })
    },
  }))
  pages.post(routes.outcomeSize(':id'), (c) => sendForm(c, {
    show: onePage,
    send: async (again, values) => {
      mustBeSignedIn(again)
      await saySize(again.var.ctx, idFrom(again), values)
      return goTo(again, routes.outcome(idFrom(again)), { says: 'Kept, for your eyes only.' })
    },
  }))
  formPage(pages, routes.customerWord(':token'), {
    show: customerPage,
    send: async (c, values) => {
      await sayForCustomer(c.var.ctx, tokenFrom(c), { words: values['words'] || values['phrase'] || '', shown: values['shown'] })
      return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', status: 201, body: <><Heading>Thank you</Heading><Good>Your words are with everybody who did the work. You will not be asked again.</Good></> })
    },
  })
  notSoPages(pages)
}
