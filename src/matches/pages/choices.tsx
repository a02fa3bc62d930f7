import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues } from '../../kit/web/form.ts'
import { getOrganisationToKeep, namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Empty, Form, Heading, LinkButton, PostButton, Row, Rows } from '../../ui/index.ts'
import { findMeets, listNotForUs } from '../choice-store.ts'
import { saveMatch, sayNotForUs, sayOwnTrade, takeBackNotForUs, takeBackSaved } from '../choose.ts'
import { MEETS, MEETS_WORDS, NOT_FOR_US_WORDS } from '../want.ts'
import { mayChooseFor } from '../who-may.ts'
import { backTo, idIn, networkIn, slugIn } from './param.ts'

/** What one chooses among suggestions: to save them, to leave them out and why, and when to meet one's own trade. */
export function choicePages(pages: Pages): void {
  pages.get(routes.notForUsList(':slug'), async (c) => show(c, await leftOut(c)))
  pages.post(routes.notForUs(':slug', ':organisation'), async (c) => {
    const { network, other, name, back, sent } = await about(c)
    await sayNotForUs(c.var.ctx, network.id, other, sent)
    return goTo(c, back, { says: `${name} is out of your lists.`, undo: routes.notForUsReturn(network.slug, other) })
  })
  pages.post(routes.notForUsReturn(':slug', ':organisation'), async (c) => {
    const { network, other, name, back } = await about(c)
    await takeBackNotForUs(c.var.ctx, network.id, other)
    return goTo(c, back, { says: `${name} is back in your lists.` })
  })
  pages.post(routes.matchSaving(':slug', ':organisation'), async (c) => {
    const { network, other, name, back } = await about(c)
    await saveMatch(c.var.ctx, network.id, other)
    return goTo(c, back, { says: `${name} is saved.`, undo: routes.matchSavingReturn(network.slug, other) })
  })
  pages.post(routes.matchSavingReturn(':slug', ':organisation'), async (c) => {
    const { network, other, name, back } = await about(c)
    await takeBackSaved(c.var.ctx, network.id, other)
    return goTo(c, back, { says: `${name} is no longer saved.` })
  })
  ownTrade(pages)
}

async function about(c: WebContext) {
  const network = await networkIn(c)
  const other = idIn<'organisation'>(c, 'organisation')
  const { back, ...sent } = await readValues(c)
  const names = await c.var.ctx.read((tx) => namesOfOrganisations(tx, [other]))
  return { network, other, name: names.get(other) ?? 'It', back: backTo(back, routes.findPartners), sent }
}

async function leftOut(c: WebContext): Promise<Shown> {
  const network = await networkIn(c)
  const { rows, names } = await c.var.ctx.read(async (tx) => {
    const found = tx.actor.organisation ? await listNotForUs(tx, { network: network.id, organisation: tx.actor.organisation }) : []
    return { rows: found, names: await namesOfOrganisations(tx, found.map(({ other }) => other)) }
  })
  const seen = rows.filter(({ other }) => names.has(other))
  return {
    title: 'Not for us', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.findPartners}>Find partners</a>} intro="They are left out of your lists. Nobody else knows, and nobody else’s list changes.">Not for us</Heading>
        {seen.length === 0 ? <Empty title="Nobody is left out" action={<LinkButton href={routes.findPartners}>Find partners</LinkButton>}>Where a suggestion is no use, say so on its card; the list is better for it.</Empty> : (
          <Rows label="Not for us">
            {seen.map(({ other, reason, note, untilOn }) => (
              <Row key={other} title={names.get(other) ?? ''} href={routes.organisation(other)} detail={<>{[NOT_FOR_US_WORDS[reason], note].filter(Boolean).join(': ')}{untilOn && <>. Until <Day on={untilOn} /></>}</>}
                actions={<PostButton to={routes.notForUsReturn(network.slug, other)} fields={{ back: routes.notForUsList(slugIn(c)) }} small about={names.get(other)}>Show them again</PostButton>} />
            ))}
          </Rows>
        )}
      </>
    ),
  }
}

function ownTrade(pages: Pages): void {
  formPage(pages, routes.ownTrade(':id'), {
    start: async (c) => ({ meets: await c.var.ctx.read((tx) => findMeets(tx, idIn<'organisation'>(c, 'id'))) }),
    show: async (c, form) => {
      const id = idIn<'organisation'>(c, 'id')
      const organisation = await c.var.ctx.read((tx) => getOrganisationToKeep(tx, id, mayChooseFor))
      return {
        title: 'Your own trade', width: 'reading',
        body: (
          <>
            <Heading above={<a href={routes.findPartners}>Find partners</a>} intro={`Those nearby who do much the same as ${organisation.name}: when should you two be suggested to each other?`}>Your own trade</Heading>
            <Form to={routes.ownTrade(id)} {...form} seenBy="Only you and your colleagues">
              <Choice name="meets" label="Meet those of your own trade" options={MEETS.map((meets) => ({ value: meets, label: MEETS_WORDS[meets].label, hint: MEETS_WORDS[meets].hint }))} />
              <p className="quiet-text">It works both ways: you are suggested to each other only where both of you want it. Where one does not, neither sees the other among suggestions, and nobody is told why.</p>
              <Actions><Button>Save</Button></Actions>
            </Form>
          </>
        ),
      }
    },
    send: async (c, values) => {
      await sayOwnTrade(c.var.ctx, idIn(c, 'id'), values)
      return goTo(c, routes.findPartners, { says: 'Saved. Your lists follow at once.' })
    },
  })
}
