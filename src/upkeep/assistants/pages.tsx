import { idOf } from '../../kit/web/api.ts'
import { show, type Pages, type Shown } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import { mustBeSignedIn } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Day, Empty, Facts, Heading, LinkButton, PostButton, Row, Rows, Section, State } from '../../ui/index.ts'
import type { HeldAct, HeldState } from './held-act.ts'
import { answerHeldAct, KINDS, listHeldActs, readHeld, type HeldInWords } from './hold-act.ts'

/** Where a person reads what an assistant prepared for them, and says yes or no. */
export function assistantsPages(pages: Pages): void {
  pages.get(routes.confirmations, async (c) => {
    mustBeSignedIn(c.var.ctx.actor)
    return show(c, listPage(await listHeldActs(c.var.ctx), c.var.ctx.now))
  })
  pages.get(routes.confirmation(':id'), async (c) => {
    mustBeSignedIn(c.var.ctx.actor)
    return show(c, onePage(await readHeld(c.var.ctx, idOf(c.req.param('id'))), c.var.ctx.now))
  })
  pages.post(routes.confirmationYes(':id'), async (c) => {
    const { act } = await answerHeldAct(c.var.ctx, idOf(c.req.param('id')), true)
    return goTo(c, madeAt(act) ?? routes.confirmations, { says: act.kind === 'team' ? 'The team is started.' : 'They are asked.' })
  })
  pages.post(routes.confirmationNo(':id'), async (c) => {
    await answerHeldAct(c.var.ctx, idOf(c.req.param('id')), false)
    return goTo(c, routes.confirmations, { says: 'Nothing was done.' })
  })
}

function madeAt({ kind, state }: HeldAct): string | undefined {
  if (state.is !== 'done' || !state.made) return undefined
  return kind === 'team' ? routes.team(state.made) : routes.introduction(state.made)
}

function listPage(acts: readonly HeldAct[], now: Date): Shown {
  return {
    title: 'Prepared for you', width: 'reading',
    body: (
      <>
        <Heading intro="What an assistant of yours prepared. Nothing of it is done until you have read it here and said yes.">Prepared for you</Heading>
        <Section title="Latest first" count={acts.length}>
          {acts.length === 0
            ? <Empty title="Nothing prepared">When an assistant with a token of yours wants to ask for an introduction or start a team, it waits here for your yes.</Empty>
            : <Rows label="Prepared for you">{acts.map((act) => <Row key={act.id} title={KINDS[act.kind].says} href={routes.confirmation(act.id)} aside={<Standing state={act.state} />} detail={<Ago since={act.heldAt} now={now} />} />)}</Rows>}
        </Section>
      </>
    ),
  }
}

function Standing({ state }: { state: HeldState }) {
  if (state.is === 'waits') return <State tone="care">Waits for your yes</State>
  if (state.is === 'done') return <State tone="good">Done</State>
  return <State shape="ring">{state.is === 'refused' ? 'You said no' : 'Waited too long'}</State>
}

function onePage({ act, says, lines }: HeldInWords, now: Date): Shown {
  const made = madeAt(act)
  return {
    title: says, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.confirmations}>Prepared for you</a>} intro={<>An assistant of yours prepared this <Ago since={act.heldAt} now={now} />. These are the very words that would be sent.</>}>{says}</Heading>
        <Facts facts={lines.map(({ label, says: words }) => ({ name: label, is: words }))} />
        {act.state.is === 'waits' ? (
          <Actions>
            <PostButton to={routes.confirmationYes(act.id)} variant="main">{act.kind === 'team' ? 'Yes, start it' : 'Yes, send it'}</PostButton>
            <PostButton to={routes.confirmationNo(act.id)}>No, do nothing</PostButton>
          </Actions>
        ) : <p><Standing state={act.state} /> {made && <LinkButton href={made}>Look at it</LinkButton>}</p>}
        {act.state.is === 'waits' && <p className="fine">It waits until <Day on={act.endsAt} />; after that nothing is done.</p>}
      </>
    ),
  }
}
