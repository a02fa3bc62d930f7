import type { Ctx } from '../../kit/ctx.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../kit/web/form.ts'
import type { Id } from '../../kit/ids.ts'
import { listCapabilities, listNetworksOf } from '../../networks/index.ts'
import { getOrganisationToKeep } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Care, Day, Empty, Good, Heading, LinkButton, Note, PostButton, Row, Rows, Section } from '../../ui/index.ts'
import { readCircle, type Circle } from '../circle.ts'
import { isStale, STRENGTHS, STRENGTH_WORDS, type Claim, type Strength } from '../claim.ts'
import { getClaim } from '../claim-store.ts'
import { listJobs } from '../job-store.ts'
import { addClaim, changeClaim } from '../keep-claims.ts'
import { listCertificates, listFigures } from '../paper-store.ts'
import { listRecommendations } from '../recommendation-store.ts'
import { removeProof } from '../remove-proof.ts'
import { mayAnswerFor } from '../who-may.ts'
import { ClaimForm, type Vocabulary } from './claim-form.tsx'
import { About } from './my-page.tsx'
import { idFrom } from './param.ts'
import { Level, wordsOfProof, type Things } from './proof-part.tsx'

/** One claim: adding it, changing it, what stands behind it, and how it stands in the circle. */
export function claimPages(pages: Pages): void {
  formPage(pages, routes.newClaim(':id'), {
    start: (c) => ({ words: c.req.query('words') ?? '' }),
    show: (c, form) => formAround(c, form, routes.newClaim(idFrom(c, 'id')), 'Add a capability', 'Add it'),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      const claim = await addClaim(c.var.ctx, id, values)
      return goTo(c, routes.claimProof(id, claim), { says: 'Added. What stands behind it?' })
    },
  })
  formPage(pages, routes.claim(':id', ':claim'), {
    start: async (c) => valuesOf(await c.var.ctx.read((tx) => getClaim(tx, idFrom(c, 'id'), idFrom(c, 'claim')))),
    show: (c, form) => formAround(c, form, routes.claim(idFrom(c, 'id'), idFrom(c, 'claim')), 'Change a claim', 'Save'),
    send: async (c, values) => {
      const [id, claim] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim')]
      await changeClaim(c.var.ctx, id, claim, values)
      return goTo(c, routes.claimProof(id, claim), { says: 'Saved, with today’s date.' })
    },
  })
  pages.get(routes.claimProof(':id', ':claim'), async (c) => show(c, await proofPage(c)))
  pages.post(routes.proofRemoval(':id', ':claim', ':proof'), async (c) => {
    const [id, claim] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim')]
    await removeProof(c.var.ctx, id, claim, idFrom(c, 'proof'))
    return goTo(c, routes.claimProof(id, claim), { says: 'Taken away from this claim.' })
  })
}

async function vocabularyOf(ctx: Ctx, id: Id<'organisation'>): Promise<Vocabulary> {
  return ctx.read(async (tx) => {
    const networks = await listNetworksOf(tx, id)
    const titles = new Set<string>()
    for (const network of networks) for (const { title } of await listCapabilities(tx, network.id as Id<'network'>)) titles.add(title) // a column of network ids
    return { networks, titles: [...titles].slice(0, 2000) }
  })
}

async function formAround(c: WebContext, form: FormState, to: string, title: string, verb: string): Promise<Shown> {
  const id = idFrom<'organisation'>(c, 'id')
  const organisation = await c.var.ctx.read((tx) => getOrganisationToKeep(tx, id, mayAnswerFor))
  const claim = c.req.param('claim')
  return {
    title, width: 'reading',
    body: (
      <>
        <Heading above={<About id={id} name={organisation.name} />}>{title}</Heading>
        <ClaimForm to={to} form={form} vocabulary={await vocabularyOf(c.var.ctx, id)} verb={verb} backHref={claim ? routes.claimProof(id, claim) : routes.claims(id)} />
        {claim && <PostButton to={routes.claimRemoval(id, claim)} variant="plain">Remove this claim</PostButton>}
      </>
    ),
  }
}

function valuesOf(claim: Claim): Values {
  return {
    words: claim.title, network: claim.network ?? '', strength: claim.strength, says: claim.says ?? '', sight: claim.sight,
    capacitySays: claim.capacity?.says ?? '', capacityFrom: claim.capacity?.from ?? '', capacityUntil: claim.capacity?.until ?? '',
  }
}

const KINDS = [
  { kind: 'job', label: 'A job' }, { kind: 'recommendation', label: 'A recommendation' }, { kind: 'certificate', label: 'A certificate' }, { kind: 'figure', label: 'A figure' },
] as const

async function proofPage(c: WebContext): Promise<Shown> {
  const [id, claimId] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim')]
  const { organisation, claim, things, circle } = await c.var.ctx.read(async (tx) => {
    const kept = await getOrganisationToKeep(tx, id, mayAnswerFor)
    const one = await getClaim(tx, id, claimId)
    return {
      organisation: kept, claim: one, circle: await readCircle(tx, one),
      things: { jobs: await listJobs(tx, id), recommendations: await listRecommendations(tx, id), certificates: await listCertificates(tx, id), figures: await listFigures(tx, id) },
    }
  })
  return {
    title: claim.title, width: 'reading',
    body: (
      <>
        <Heading above={<><About id={id} name={organisation.name} /> · <a href={routes.claims(id)}>Capabilities and proof</a></>} intro={claim.says} actions={<LinkButton href={routes.claim(id, claim.id)}>Change</LinkButton>}>{claim.title}</Heading>
        <p>{STRENGTH_WORDS[claim.strength]} · <Level level={claim.level} /> · last said on <Day on={claim.confirmedAt} /></p>
        {isStale(claim, c.var.ctx.now) && <Actions><PostButton to={routes.claimsConfirmation(id)} fields={{ claim: claim.id }}>Still true</PostButton></Actions>}
        <ProofList id={id} claim={claim} things={things} />
        {circle && <InTheCircle claim={claim} circle={circle} />}
      </>
    ),
  }
}

function ProofList({ id, claim, things }: { id: string; claim: Claim; things: Things }) {
  const links = KINDS.map(({ kind, label }) => <LinkButton key={kind} href={routes.newProof(id, claim.id, kind)} icon="add">{label}</LinkButton>)
  return (
    <Section title="What stands behind it" count={claim.proofs.length}>
      {claim.proofs.length === 0 && <Empty title="Nothing yet" example="“Lowe wedding, for 130 guests”, confirmed by Asha’s Cakes">{claim.strength === 'can_do' ? 'A claim with proof is found first.' : 'A claim as strong as this asks for proof.'}</Empty>}
      <Rows label="Proof">
        {claim.proofs.map((proof) => {
          const { title, detail, notes } = wordsOfProof(proof, things)
          const file = proof.behind.is === 'certificate' && things.certificates.find((one) => one.id === proof.behind.id)?.file
          return (
            <Row key={proof.id} title={title} detail={detail} actions={<PostButton to={routes.proofRemoval(id, claim.id, proof.id)} small variant="plain" about={title}>Take away</PostButton>}>
              {notes.map((note) => <p className="fine" key={note}>{note}</p>)}
              {file && <p className="fine"><a href={routes.certificateFile(id, proof.behind.id)} download data-turbo="false">Download the paper</a></p>}
            </Row>
          )
        })}
      </Rows>
      <Actions>{links}</Actions>
    </Section>
  )
}

const SAY = { only_us: ['says “only us”', 'say “only us”'], best_at: ['calls it what they do best', 'call it what they do best'], can_do: ['can do it too', 'can do it too'] } as const

function lineOf(strength: Strength, { claimed, proven }: { claimed: number; proven: number }): string {
  const proof = proven === 0 ? 'without proof' : proven === claimed ? 'with proof' : `${proven} with proof`
  return claimed === 1 ? `1 other ${SAY[strength][0]}, ${proof}.` : `${claimed} others ${SAY[strength][1]}, ${proof}.`
}

/** Privately: how many others say the same, and what would make the claim stand. */
function InTheCircle({ claim, circle: { members, by } }: { claim: Claim; circle: Circle }) {
  const lines = STRENGTHS.flatMap((strength) => (by[strength].claimed > 0 ? [lineOf(strength, by[strength])] : []))
  return (
    <Section title="In your network" intro="Only you see this. It counts only what others show to you.">
      {members === 0 && <Good word="Nobody else">Nobody else you can see claims this. Proof keeps it so.</Good>}
      {members > 0 && claim.strength === 'can_do' && <Note word="You are not alone"><p>{lines.join(' ')}</p></Note>}
      {members > 0 && claim.strength !== 'can_do' && (
        <Care word={claim.strength === 'only_us' ? 'Is it only you?' : 'Is it the best?'}>
          <p>{lines.join(' ')}</p>
          <p>Narrow it until it stands: for whom (“for barns and tipis”), where (“within 12 miles”), how much (“over two metres”), or how (“without egg or nuts”). Then put proof behind that.</p>
        </Care>
      )}
    </Section>
  )
}
