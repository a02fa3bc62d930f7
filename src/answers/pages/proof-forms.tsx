import type { ReactNode } from 'react'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readFiles, type FormState, type Values } from '../../kit/web/form.ts'
import { ACCEPT, ACCEPTED, sendFile } from '../../kit/files.ts'
import { NotFound } from '../../kit/refusal.ts'
import { readWhom, withWhom, type Choosing } from '../../networks/index.ts'
import type { Id } from '../../kit/ids.ts'
import { getOrganisationToKeep, SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, CopyLink, Field, FileField, Form, Good, Group, Heading, LinkButton, Select, Tick, Who, type Whom } from '../../ui/index.ts'
import { addCertificate, addFigure, readCertificateFile } from '../add-paper.ts'
import type { Claim } from '../claim.ts'
import { getClaim } from '../claim-store.ts'
import { BAND_WORDS, VALUE_BANDS } from '../job.ts'
import { noteJob } from '../note-job.ts'
import { BASES, BASIS_WORDS } from '../recommendation.ts'
import { askRecommendation } from '../recommend.ts'
import { mayAnswerFor } from '../who-may.ts'
import { About } from './my-page.tsx'
import { idFrom } from './param.ts'

type Kind = { readonly title: string; readonly intro: string; readonly verb: string; readonly seenBy: string; readonly files?: boolean; readonly fields: (whom: Whom) => ReactNode; readonly send: (c: WebContext, id: Id<'organisation'>, values: Values) => Promise<readonly { name: string; link: string }[]> }

const sight = <Select name="sight" label="Who sees it" width="medium" options={SIGHT_CHOICES.map(({ value, label }) => ({ value, label }))} value="network" hint="Never shown to someone who may not see your page." />

const KINDS: Readonly<Record<string, Kind>> = {
  job: {
    title: 'A job that shows it', intro: 'Whoever was there is asked by one tap whether it was so. With their yes the claim turns proven.', verb: 'Note the job', seenBy: 'Those you choose below; the value, only those who did it',
    fields: (whom) => (
      <>
        <Field name="what" label="What the job was" maxLength={200} hint="“Wedding for 130 in a hay meadow”" />
        <Field name="forWhom" label="For whom" maxLength={120} optional hint="A name they are happy to see here." />
        <Field name="finishedOn" type="date" label="Finished on" width="short" />
        <Field name="did" label="Your part in it" maxLength={200} optional />
        <Group title="Who can say that it was so?" hint="One of these is enough.">
          <Who name="partners" label="A partner here" prompt="Choose one" width="medium" whom={whom} optional />
          <Field name="witnessName" label="Or the customer, or a partner who is not here: their name" maxLength={100} optional />
          <Field name="witnessEmail" type="email" label="Their e-mail address" optional hint="Leave it out to copy a link instead." />
        </Group>
        <Select name="value" label="What it was worth" prompt="Rather not say" width="medium" options={VALUE_BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))} optional hint="Only those who did the job ever see this." />
        {sight}
      </>
    ),
    send: async (c, id, values) => (await noteJob(c.var.ctx, id, values)).links,
  },
  recommendation: {
    title: 'What somebody said of it', intro: 'Write it as you remember it. They are asked whether you may quote them; nobody else sees it before that.', verb: 'Ask them', seenBy: 'They and you, until they say yes',
    fields: (whom) => (
      <>
        <Field name="words" type="textarea" rows={3} label="What they said" maxLength={500} />
        <Who name="from" label="Who said it, here" prompt="Choose one" width="medium" whom={whom} optional />
        <Field name="fromName" label="Or somebody who is not here: their name" maxLength={100} optional />
        <Field name="fromEmail" type="email" label="Their e-mail address" optional hint="Leave it out to copy a link instead." />
        <Select name="basis" label="How they know it first hand" prompt="Choose one" width="medium" options={BASES.map((value) => ({ value, label: BASIS_WORDS[value] }))} />
        <Field name="saidOn" type="date" label="When" width="short" />
        <Tick name="public" label="Anyone may read it, if they agree too" optional />
      </>
    ),
    send: async (c, id, values) => { const { link } = await askRecommendation(c.var.ctx, id, values); return link ? [link] : [] },
  },
  certificate: {
    title: 'A certificate', intro: 'With its number, so that anyone can look it up. It proves the claim until it runs out.', verb: 'Add the certificate', seenBy: 'Those you choose below', files: true,
    fields: () => (
      <>
        <Field name="name" label="What it is called" maxLength={160} />
        <Field name="number" label="Its number" maxLength={80} width="medium" optional />
        <Field name="issuedBy" label="Who issued it" maxLength={160} />
        <Field name="issuedOn" type="date" label="Issued on" width="short" optional />
        <Field name="expiresOn" type="date" label="Runs out on" width="short" optional />
        <FileField name="file" label="The paper itself" accept={ACCEPT} hint={`${ACCEPTED}. What only describes a picture, such as where it was taken, is removed.`} optional />
        <Tick name="showFile" label="Let those who see the certificate open the paper" optional />
        {sight}
      </>
    ),
    send: async (c, id, values) => {
      const [file] = await readFiles(c, 'file')
      await addCertificate(c.var.ctx, id, values, file && { name: file.name, bytes: await file.bytes() })
      return []
    },
  },
  figure: {
    title: 'A figure', intro: 'A number and where it comes from. It supports the claim; a job, a recommendation or a certificate proves it.', verb: 'Add the figure', seenBy: 'Those you choose below',
    fields: () => (
      <>
        <Field name="says" label="The figure" maxLength={160} hint="“14 weddings, 61 varieties”, “1.2 million cycles without a stop”" />
        <Field name="source" label="Where it comes from" maxLength={200} hint="“Our order book”, “The council’s survey”" />
        <Field name="on" type="date" label="As counted on" width="short" />
        {sight}
      </>
    ),
    send: async (c, id, values) => { await addFigure(c.var.ctx, id, values); return [] },
  },
}

/** Putting proof behind a claim, in four kinds. */
export function proofFormPages(pages: Pages): void {
  formPage(pages, routes.newProof(':id', ':claim', ':kind'), {
    show: (c, form) => formFor(c, form),
    send: async (c, values) => {
      const [id, claim] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim')]
      const links = await withWhom(c.var.ctx, values, whoCanSay(id), (named) => kindOf(c).send(c, id, { ...named, claim }))
      if (links.length > 0) return show(c, { title: 'A link to pass on', width: 'reading', body: <Links links={links} backHref={routes.claimProof(id, claim)} /> })
      return goTo(c, routes.claimProof(id, claim), { says: 'Added.' })
    },
  })
  pages.get(routes.certificateFile(':id', ':certificate'), async (c) => sendFile(c, await readCertificateFile(c.var.ctx, idFrom(c, 'id'), idFrom(c, 'certificate'))))
}

function kindOf(c: WebContext): Kind {
  const kind = KINDS[c.req.param('kind') ?? '']
  if (!kind || !Object.hasOwn(KINDS, c.req.param('kind') ?? '')) throw new NotFound()
  return kind
}

async function formFor(c: WebContext, form: FormState): Promise<Shown> {
  const [id, claimId, kind] = [idFrom<'organisation'>(c, 'id'), idFrom<'claim'>(c, 'claim'), kindOf(c)]
  const { organisation, claim, whom } = await c.var.ctx.read(async (tx) => {
    const kept = await getOrganisationToKeep(tx, id, mayAnswerFor)
    return { organisation: kept, claim: await getClaim(tx, id, claimId), whom: await readWhom(tx, whoCanSay(id), form.values) }
  })
  return { title: kind.title, width: 'reading', body: <FormFor kind={kind} claim={claim} name={organisation.name} whom={whom} form={form} to={routes.newProof(id, claimId, c.req.param('kind') ?? '')} /> }
}

const whoCanSay = (us: Id<'organisation'>): Choosing => ({ fields: ['partners', 'from'], beside: () => ({ except: [us] }) })

function FormFor({ kind, claim, name, whom, form, to }: { kind: Kind; claim: Claim; name: string; whom: Whom; form: FormState; to: string }) {
  return (
    <>
      <Heading above={<><About id={claim.organisation} name={name} /> · <a href={routes.claimProof(claim.organisation, claim.id)}>{claim.title}</a></>} intro={kind.intro}>{kind.title}</Heading>
      <Form to={to} id="proof" {...form} files={kind.files} seenBy={kind.seenBy}>
        {kind.fields(whom)}
        <Actions sticky><Button busy="Adding">{kind.verb}</Button><LinkButton href={routes.claimProof(claim.organisation, claim.id)}>Go back</LinkButton></Actions>
      </Form>
    </>
  )
}

function Links({ links, backHref }: { links: readonly { name: string; link: string }[]; backHref: string }) {
  return (
    <>
      <Heading intro="They answer by one tap, without an account. The link works once, for 30 days.">A link to pass on</Heading>
      <Good word="Noted">It counts once they have said that it was so.</Good>
      {links.map(({ name, link }) => <CopyLink key={link} link={link} label={`Link for ${name}`} />)}
      <Actions><LinkButton href={backHref} variant="main">Back to the claim</LinkButton></Actions>
    </>
  )
}
