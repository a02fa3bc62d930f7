import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, CopyLink, Empty, Facts, Heading, LinkButton, Moment, Note, PostButton, State, Table } from '../../ui/index.ts'
import { sendTestLetter } from '../send-test-letter.ts'
import { getMail, listMail, sendAgain, type MailLine } from '../mail.ts'

export function mailPages(pages: Pages): void {
  pages.get(routes.mail, async (c) => {
    const { ctx } = c.var
    const mail = await listMail(ctx)
    return show(c, { title: 'Mail', body: <MailList mail={mail} sends={ctx.settings.SMTP_URL !== ''} /> })
  })
  pages.get(`${routes.mail}/:id`, async (c) => {
    const mail = await getMail(c.var.ctx, idOf(c.req.param('id')))
    return show(c, { title: mail.subject, width: 'reading', body: <OneMail mail={mail} /> })
  })
  pages.post(routes.testLetter, async (c) => {
    const to = await sendTestLetter(c.var.ctx)
    return goTo(c, routes.mail, { says: c.var.ctx.settings.SMTP_URL ? `A test is on its way to ${to}. What became of it stands here in a moment.` : 'A test is written, and kept here.' })
  })
  pages.post(`${routes.mail}/:id/sending`, async (c) => {
    await sendAgain(c.var.ctx, idOf(c.req.param('id')))
    return goTo(c, routes.mail, { says: 'It will be tried again now.' })
  })
}

function idOf(text: string) {
  if (!isId<'mail'>(text)) throw new NotFound()
  return text
}

const SAYS = {
  kept: <State tone="note" shape="ring">Kept here</State>,
  waiting: <State tone="care" shape="half">Waiting to go</State>,
  sent: <State tone="good" shape="full">Sent</State>,
  failed: <State tone="gap" shape="square">Failed</State>,
}

function MailList({ mail, sends }: { mail: readonly MailLine[]; sends: boolean }) {
  return (
    <>
      <Heading intro="The last 50 messages this house wrote, and what became of each." actions={<PostButton to={routes.testLetter} variant={sends ? 'main' : 'quiet'}>Send a test to me</PostButton>}>Mail</Heading>
      {!sends && <Note>No mail server is set up, so messages are kept here. Copy the link in one and pass it on by hand. To send them, write SMTP_URL=smtps://name:password@mail.example into guildhall.env and start the house again.</Note>}
      {mail.length === 0
        ? <Empty title="No message yet.">An invitation, a sign-in link or a reminder will appear here the moment it is written.</Empty>
        : <Table caption="Messages, newest first" rows={mail} rowKey={(line) => line.id} columns={[
            { label: 'To', cell: (line) => line.to },
            { label: 'Subject', head: true, cell: (line) => <a href={`${routes.mail}/${line.id}`}>{line.subject}</a> },
            { label: 'Written', cell: (line) => <Moment at={line.madeAt} /> },
            { label: 'State', cell: (line) => <>{SAYS[line.state]}{line.why && <span className="fine"> {line.why}</span>}</> },
          ]} />}
    </>
  )
}

function OneMail({ mail }: { mail: MailLine & { text: string } }) {
  return (
    <>
      <Heading above={<a href={routes.mail}>Mail</a>}>{mail.subject}</Heading>
      <Facts facts={[{ name: 'To', is: mail.to }, { name: 'Written', is: <Moment at={mail.madeAt} /> }, { name: 'State', is: SAYS[mail.state] }, ...(mail.why ? [{ name: 'Why', is: mail.why }] : [])]} />
      {mail.link && <CopyLink label="The link in it" link={mail.link} />}
      <div className="letter">{mail.text.split('\n\n').map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
      <Actions>
        {mail.state !== 'sent' && <PostButton to={`${routes.mail}/${mail.id}/sending`}>Send it now</PostButton>}
        <LinkButton href={routes.mail} variant="quiet">Back to mail</LinkButton>
      </Actions>
    </>
  )
}
