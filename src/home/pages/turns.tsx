import { isId, type Id } from '../../kit/ids.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, sendForm } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Heading, LinkButton, pageSpan } from '../../ui/index.ts'
import { describeTurns } from '../describe-turns.ts'
import { endSnooze, listTurns, snooze } from '../snooze.ts'
import { TurnsPage } from './turns-page.tsx'

/** All that waits on somebody, and putting it off. */
export function turnsPages(pages: Pages): void {
  pages.get(routes.turns, async (c) => show(c, await turnsPage(c)))
  pages.post(routes.snooze(':id'), (c) => sendForm(c, {
    show: (again, form): Shown => ({
      title: 'Put it off', width: 'reading',
      body: (
        <>
          <Heading>Show it again when?</Heading>
          <Form to={routes.snooze(askFrom(again))} id="later" {...form}>
            <Field name="untilOn" type="date" width="short" label="Show it again on" />
            <Actions><Button>Put it off</Button><LinkButton href={routes.home}>Go back</LinkButton></Actions>
          </Form>
        </>
      ),
    }),
    send: async (again, values) => {
      if (!again.var.ctx.actor.person) throw new SignInFirst()
      await snooze(again.var.ctx, askFrom(again), values)
      return goTo(again, routes.home, { says: 'Put off. It comes back on its day.', undo: routes.snoozeEnd(askFrom(again)) })
    },
  }))
  pages.post(routes.snoozeEnd(':id'), async (c) => {
    if (!c.var.ctx.actor.person) throw new SignInFirst()
    await endSnooze(c.var.ctx, askFrom(c))
    return goTo(c, routes.home)
  })
}

async function turnsPage(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  const { due, later } = await ctx.read(listTurns)
  const { from, to, page } = pageSpan(Number(c.req.query('page') ?? 1), due.length)
  const [turns, put] = [await describeTurns(ctx, due.slice(Math.max(0, from - 1), to)), await describeTurns(ctx, later.map(({ ask }) => ask))]
  return { title: 'Your turn', width: 'reading', body: <TurnsPage turns={turns} later={put.map((turn, at) => ({ turn, until: later[at]?.until ?? '' }))} total={due.length} page={page} now={ctx.now} /> }
}

function askFrom(c: WebContext): Id<'ask'> {
  const id = c.req.param('id')
  if (!isId<'ask'>(id)) throw new NotFound()
  return id
}
