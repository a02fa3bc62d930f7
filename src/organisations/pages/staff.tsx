import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, CopyLink, Day, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section, Select } from '../../ui/index.ts'
import { changeRole, leaveStaff, removeStaff } from '../change-staff.ts'
import { giveClaimLink, inviteColleague, staffLink, withdrawInvitation } from '../invite-colleague.ts'
import { getOrganisationToKeep } from '../keep.ts'
import { ROLE_CHOICES, ROLE_WORDS, ROLES, type Staff } from '../staff.ts'
import { listInvitations, listStaff, type StaffInvitation } from '../staff-store.ts'
import { keepingOf } from '../store.ts'
import { mayChooseStaff, mayGiveClaimLink } from '../who-may.ts'
import { idFrom } from './param.ts'

/** Colleagues and the links that let them in; the claim links of a listed organisation. */
export function staffPages(pages: Pages): void {
  formPage(pages, routes.organisationStaff(':id'), {
    show: (c, form) => staffPage(c, form),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      await inviteColleague(c.var.ctx, id, values)
      return goTo(c, `${routes.organisationStaff(id)}#links`, { says: 'The link is ready to copy.' })
    },
  })
  pages.post(routes.staffRole(':id', ':person'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await changeRole(c.var.ctx, id, idFrom(c, 'person'), await readValues(c))
    return goTo(c, routes.organisationStaff(id), { says: 'Saved.' })
  })
  pages.post(routes.staffLeaving(':id', ':person'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id'), person = idFrom<'person'>(c, 'person')
    const leaves = person === c.var.ctx.actor.person
    await (leaves ? leaveStaff(c.var.ctx, id) : removeStaff(c.var.ctx, id, person))
    return goTo(c, leaves ? routes.organisations : routes.organisationStaff(id), { says: leaves ? 'You have left.' : 'Taken off the list.' })
  })
  formPage(pages, routes.claimLinks(':id'), {
    show: (c, form) => claimPage(c, form),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      await giveClaimLink(c.var.ctx, id, values)
      return goTo(c, routes.claimLinks(id), { says: 'The link is ready to copy.' })
    },
  })
  pages.post(routes.staffLinkWithdrawal(':id', ':link'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await withdrawInvitation(c.var.ctx, id, c.req.param('link') ?? '')
    return goTo(c, routes.organisation(id), { says: 'Withdrawn. The link no longer works.' })
  })
}

async function staffPage(c: WebContext, form: FormState): Promise<Shown> {
  const { organisation, keeping, staff, invitations } = await c.var.ctx.read(async (tx) => {
    const organisation = await getOrganisationToKeep(tx, idFrom(c, 'id'), ({ role }) => role !== undefined)
    const keeping = await keepingOf(tx, organisation)
    return { organisation, keeping, staff: await listStaff(tx, organisation.id), invitations: mayChooseStaff(keeping) ? await listInvitations(tx, organisation.id) : [] }
  })
  const { id, name } = organisation
  const decides = mayChooseStaff(keeping)
  return {
    title: 'Colleagues', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.organisation(id)}>{name}</a>}>Colleagues</Heading>
        <Rows label="Colleagues">{staff.map((one) => <Colleague key={one.person} one={one} id={id} decides={decides} me={c.var.ctx.actor.person} />)}</Rows>
        {decides && (
          <Section title="Invite a colleague">
            <Form to={routes.organisationStaff(id)} {...form} seenBy={`Owners of ${name}`}>
              <Choice name="role" label="What they may do" options={ROLE_CHOICES} value="member" />
              <Field name="forWhom" label="Who it is for" maxLength={100} optional hint="So that you know later whom you gave it to." />
              <Field name="email" type="email" label="Their e-mail address" maxLength={254} optional hint="Leave it empty to copy the link yourself." />
              <Actions><Button>Make the link</Button></Actions>
            </Form>
          </Section>
        )}
        {decides && <Links c={c} id={id} invitations={invitations} what="Invitation" />}
      </>
    ),
  }
}

function Colleague({ one, id, decides, me }: { one: Staff; id: string; decides: boolean; me: string | undefined }) {
  const isMe = one.person === me
  return (
    <Row title={isMe ? `${one.name} (you)` : one.name} detail={<>{ROLE_WORDS[one.role]}, since <Day on={one.since} /></>} actions={
      <>
        {decides && (
          <Form to={routes.staffRole(id, one.person)} id={`role-${one.person}`} layout="line" label={`Role of ${one.name}`}>
            <Select name="role" label="Role" options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))} value={one.role} width="short" />
            <Button variant="quiet" small about={`the role of ${one.name}`}>Save</Button>
          </Form>
        )}
        {(decides || isMe) && <PostButton to={routes.staffLeaving(id, one.person)} small variant="plain" about={one.name}>{isMe ? 'Leave' : 'Take off the list'}</PostButton>}
      </>
    } />
  )
}

async function claimPage(c: WebContext, form: FormState): Promise<Shown> {
  const { organisation, invitations } = await c.var.ctx.read(async (tx) => {
    const organisation = await getOrganisationToKeep(tx, idFrom(c, 'id'), mayGiveClaimLink)
    return { organisation, invitations: await listInvitations(tx, organisation.id) }
  })
  const { id, name } = organisation
  return {
    title: `Claim link for ${name}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.organisation(id)}>{name}</a>} intro="Whoever opens it becomes the owner; from then on it is theirs alone.">{`Claim link for ${name}`}</Heading>
        {invitations.length === 0 && <Empty title="No link yet">Give it only to someone who speaks for them.</Empty>}
        <Links c={c} id={id} invitations={invitations} what="Claim link" />
        <Section title={invitations.length === 0 ? 'Make a link' : 'Make another'}>
          <Form to={routes.claimLinks(id)} {...form} seenBy="Only you">
            <Field name="forWhom" label="Who it is for" maxLength={100} optional />
            <Actions><Button>Make the link</Button><LinkButton href={routes.organisation(id)}>Go back</LinkButton></Actions>
          </Form>
        </Section>
      </>
    ),
  }
}

function Links({ c, id, invitations, what }: { c: WebContext; id: string; invitations: readonly StaffInvitation[]; what: string }) {
  if (invitations.length === 0) return null
  return (
    <Section title="Links that wait" count={invitations.length} id="links">
      <Rows>
        {invitations.map((one) => (
          <Row key={one.linkId} title={one.forWhom ?? what} detail={<>{ROLE_WORDS[one.role]}, until <Day on={one.endsAt} /></>}
            actions={<PostButton to={routes.staffLinkWithdrawal(id, one.linkId)} small about={one.forWhom ?? what}>Withdraw</PostButton>}>
            <CopyLink link={staffLink(c.var.ctx, one.linkId)} label={one.forWhom ? `${what} for ${one.forWhom}` : what} hint="It works once." />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

