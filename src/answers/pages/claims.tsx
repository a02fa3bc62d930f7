import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, readValues } from '../../kit/web/form.ts'
import { isId } from '../../kit/ids.ts'
import { getOrganisationToKeep, SEEN_BY } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Day, Empty, Heading, LinkButton, Note, PostButton, Row, Rows, Section } from '../../ui/index.ts'
import { isStale, STRENGTHS, STRENGTH_WORDS, wantsProof, type Claim, type Strength } from '../claim.ts'
import { listClaims, listRemoved } from '../claim-store.ts'
import { confirmClaims, removeClaim } from '../keep-claims.ts'
import { mayAnswerFor } from '../who-may.ts'
import { About, MyTabs } from './my-page.tsx'
import { idFrom } from './param.ts'
import { Level } from './proof-part.tsx'

/** What one claims, grouped by strength: twelve are shown, then more. */
export function claimsPages(pages: Pages): void {
  pages.get(routes.claims(':id'), async (c) => show(c, await list(c)))
  pages.post(routes.claimsConfirmation(':id'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    const { claim } = await readValues(c)
    const count = await confirmClaims(c.var.ctx, id, isId<'claim'>(claim) ? claim : undefined)
    return goTo(c, routes.claims(id), { says: count === 1 ? 'Said again: it is still true.' : `${count} claims said again, with today’s date.` })
  })
  pages.post(routes.claimRemoval(':id', ':claim'), async (c) => {
    const [id, claim] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim')]
    await removeClaim(c.var.ctx, id, claim)
    return goTo(c, routes.claims(id), { says: 'Removed. It is kept for 30 days.', undo: routes.claimReturn(id, claim) })
  })
  pages.post(routes.claimReturn(':id', ':claim'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await removeClaim(c.var.ctx, id, idFrom(c, 'claim'), true)
    return goTo(c, routes.claims(id), { says: 'It is back, with its proof.' })
  })
}

const FIRST = 12
const KEPT_DAYS = 30

async function list(c: WebContext): Promise<Shown> {
  const id = idFrom<'organisation'>(c, 'id')
  const { now } = c.var.ctx
  const { organisation, claims, removed } = await c.var.ctx.read(async (tx) => ({
    organisation: await getOrganisationToKeep(tx, id, mayAnswerFor), claims: await listClaims(tx, id), removed: await listRemoved(tx, id, new Date(now.getTime() - KEPT_DAYS * 86_400_000)),
  }))
  const shown = c.req.query('all') === 'yes' ? claims : claims.slice(0, FIRST)
  const stale = claims.filter((claim) => isStale(claim, now))
  const add = <LinkButton href={routes.newClaim(id)} variant="main">Add a capability</LinkButton>
  return {
    title: 'Capabilities and proof', width: 'work',
    body: (
      <>
        <Heading above={<About id={id} name={organisation.name} />} intro="What you can do, and what stands behind it. A claim is shown as claimed until a job, a recommendation or a certificate proves it." actions={claims.length > 0 && add}>Capabilities and proof</Heading>
        <MyTabs id={id} current="claims" claims={claims.length} />
        {stale.length > 0 && (
          <Note word="A year has passed" actions={<PostButton to={routes.claimsConfirmation(id)}>All still true</PostButton>}>
            {stale.length === 1 ? `“${stale[0]?.title}” was last confirmed more than a year ago.` : `${stale.length} claims were last confirmed more than a year ago.`}
          </Note>
        )}
        {claims.length === 0 && <Empty title="Nothing claimed yet" example="Titanium machining · Best at · Proven by 2 jobs" action={add}>Start with the one thing people come back for. Partners search by these.</Empty>}
        {STRENGTHS.map((strength) => <Group key={strength} id={id} strength={strength} claims={shown.filter((claim) => claim.strength === strength)} now={now} />)}
        {claims.length > shown.length && <Actions><LinkButton href={`${routes.claims(id)}?all=yes`}>{`Show ${claims.length - shown.length} more`}</LinkButton></Actions>}
        {removed.length > 0 && (
          <Section title="Removed lately" count={removed.length} intro="Kept for 30 days, with their proof.">
            <Rows>{removed.map((one) => <Row key={one.id} title={one.title} detail={<>Removed on <Day on={one.removedAt} /></>} actions={<PostButton to={routes.claimReturn(id, one.id)} small about={one.title}>Bring it back</PostButton>} />)}</Rows>
          </Section>
        )}
      </>
    ),
  }
}

function Group({ id, strength, claims, now }: { id: string; strength: Strength; claims: readonly Claim[]; now: Date }) {
  if (claims.length === 0) return null
  return (
    <Section title={STRENGTH_WORDS[strength]} count={claims.length}>
      <Rows label={STRENGTH_WORDS[strength]}>
        {claims.map((claim) => (
          <Row key={claim.id} title={claim.title} href={routes.claimProof(id, claim.id)} detail={[claim.says, claim.capacity?.says, `Seen by: ${SEEN_BY[claim.sight].toLowerCase()}`].filter(Boolean).join(' · ')} aside={<Level level={claim.level} />}
            actions={wantsProof(claim) ? <LinkButton href={routes.claimProof(id, claim.id)} small about={`for ${claim.title}`}>Add proof</LinkButton> : undefined}>
            {isStale(claim, now) && <p className="fine">Last said on <Day on={claim.confirmedAt} /></p>}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
