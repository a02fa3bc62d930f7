import type { Pages, WebContext } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, sendForm, type Values } from '../../kit/web/form.ts'
import { withWhom } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { answerInterest } from '../answer-interest.ts'
import { addPart, changePart, movePart, removePart, returnPart } from '../keep-parts.ts'
import { closeBrief, publishBrief, withdrawBrief } from '../publish-brief.ts'
import { endShowing, showBriefTo } from '../show-brief-to.ts'
import { showInterest, withdrawInterest } from '../show-interest.ts'
import { changeBrief, discardBrief, writeBrief } from '../write-brief.ts'
import { declinedPage, sendDeclined } from './declined.tsx'
import { editPage, newPage, startOfBrief } from './edit.tsx'
import { feedPages } from './feed.ts'
import { listPage, ourPage } from './list.tsx'
import { onePage, SHOWN_TO } from './one.tsx'
import { briefOf, idFrom, mustBeSignedIn, slugOf } from './param.ts'
import { partPage, startOfPart } from './parts.tsx'
import { readingPages } from './readings.tsx'

export function briefsPages(pages: Pages): void {
  feedPages(pages)
  readingPages(pages)
  pages.get(routes.ourBriefs, async (c) => show(c, await ourPage(c)))
  pages.get(routes.briefs(':slug'), async (c) => show(c, await listPage(c)))
  formPage(pages, routes.newBrief(':slug'), {
    show: newPage,
    send: async (c, values) => {
      mustBeSignedIn(c)
      const brief = await writeBrief(c.var.ctx, slugOf(c), values)
      return goTo(c, routes.brief(slugOf(c), brief), { says: 'Kept as a draft. Now add its parts, then publish it.' })
    },
  })
  pages.get(routes.brief(':slug', ':brief'), async (c) => show(c, await onePage(c, freshForm())))
  formPage(pages, routes.editBrief(':slug', ':brief'), {
    start: startOfBrief, show: editPage,
    send: async (c, values) => {
      await changeBrief(c.var.ctx, slugOf(c), briefOf(c), values)
      return backTo(c, 'Saved.')
    },
  })
  formPage(pages, routes.briefPart(':slug', ':brief', ':part'), {
    start: startOfPart, show: partPage,
    send: async (c, values) => {
      await changePart(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'part'), values)
      return backTo(c, 'Saved.')
    },
  })
  formPage(pages, routes.interestDeclined(':token'), { show: declinedPage, send: sendDeclined })
  deeds(pages)
}

const backTo = (c: WebContext, says?: string, undo?: string) => goTo(c, routes.brief(slugOf(c), briefOf(c)), says ? { says, undo } : undefined)

/** What is done from the page of a brief; a refusal shows that page again, with everything typed. */
function deeds(pages: Pages): void {
  const deed = (path: string, send: (c: WebContext, values: Values) => Promise<Response>) => pages.post(path, (c) => sendForm(c, { show: onePage, send: async (again, values) => { mustBeSignedIn(again); return send(again, values) } }))
  const B = [':slug', ':brief'] as const

  deed(routes.briefParts(...B), async (c, values) => {
    await addPart(c.var.ctx, slugOf(c), briefOf(c), values)
    return backTo(c, 'Added.')
  })
  deed(routes.briefPartPlace(...B, ':part'), async (c, values) => {
    await movePart(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'part'), values['to'] === 'up' ? 'up' : 'down')
    return backTo(c)
  })
  deed(routes.briefPartRemoval(...B, ':part'), async (c) => {
    const part = idFrom<'part'>(c, 'part')
    await removePart(c.var.ctx, slugOf(c), briefOf(c), part)
    return backTo(c, 'Taken out.', routes.briefPartReturn(slugOf(c), briefOf(c), part))
  })
  deed(routes.briefPartReturn(...B, ':part'), async (c) => {
    await returnPart(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'part'))
    return backTo(c, 'It is back.')
  })
  deed(routes.briefPublication(...B), async (c) => {
    await publishBrief(c.var.ctx, slugOf(c), briefOf(c))
    return backTo(c, 'Published. You will hear when somebody answers.')
  })
  deed(routes.briefWithdrawal(...B), async (c) => {
    await withdrawBrief(c.var.ctx, slugOf(c), briefOf(c))
    return backTo(c, 'Withdrawn. Those who waited for an answer are told.', routes.briefReopening(slugOf(c), briefOf(c)))
  })
  deed(routes.briefClosing(...B), async (c) => {
    await closeBrief(c.var.ctx, slugOf(c), briefOf(c))
    return backTo(c, 'Closed. No new answers come in.', routes.briefReopening(slugOf(c), briefOf(c)))
  })
  deed(routes.briefReopening(...B), async (c) => {
    await publishBrief(c.var.ctx, slugOf(c), briefOf(c))
    return backTo(c, 'Open again.')
  })
  deed(routes.briefRemoval(...B), async (c) => {
    await discardBrief(c.var.ctx, slugOf(c), briefOf(c))
    return goTo(c, routes.briefs(slugOf(c)), { says: 'The draft is thrown away.' })
  })
  deed(routes.briefShowings(...B), async (c, values) => {
    await withWhom(c.var.ctx, values, SHOWN_TO, (named) => showBriefTo(c.var.ctx, slugOf(c), briefOf(c), named))
    return backTo(c, 'They see it until that day.')
  })
  deed(routes.briefShowingEnd(...B, ':grant'), async (c) => {
    await endShowing(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'grant'))
    return backTo(c, 'They no longer see it.')
  })
  deed(routes.interests(...B), async (c, values) => {
    await showInterest(c.var.ctx, slugOf(c), briefOf(c), values)
    return backTo(c, 'Said. They are asked to answer within two weeks.')
  })
  deed(routes.interestAnswer(...B, ':interest'), async (c, values) => {
    await answerInterest(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'interest'), values)
    return backTo(c, 'Your answer is on its way.')
  })
  deed(routes.interestWithdrawal(...B, ':interest'), async (c) => {
    await withdrawInterest(c.var.ctx, slugOf(c), briefOf(c), idFrom(c, 'interest'))
    return backTo(c, 'Taken back.')
  })
}
