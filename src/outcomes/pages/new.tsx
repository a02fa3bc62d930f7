import { BAND_WORDS, VALUE_BANDS } from '../../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { isId, type Id } from '../../kit/ids.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState, Values } from '../../kit/web/form.ts'
import { listCapabilities, listMyNetworks, readWhom, type Beside, type Choosing } from '../../networks/index.ts'
import { namesOfOrganisations, SIGHT_CHOICES } from '../../organisations/index.ts'
import { listPartnersToAsk } from '../../partnerships/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Group, Heading, Hidden, LinkButton, Row, Rows, Section, Select, Who, type OptionGroup, type Whom } from '../../ui/index.ts'
import { ENDINGS, ENDING_WORDS } from '../outcome.ts'
import { partsOfTeam, type TeamWork } from '../parts-of-team.ts'
import { mustBeSignedIn } from './param.ts'

/** Pieces that can be named by hand at once; a team brings its own. */
const BY_HAND = 5

const teamIn = (c: WebContext, form?: Pick<FormState, 'values'>): Id<'team'> | undefined => {
  const wanted = c.req.query('team') ?? form?.values['team']
  return isId<'team'>(wanted) ? wanted : undefined
}

export async function startOf(c: WebContext): Promise<Values> {
  const team = teamIn(c)
  if (!team || !c.var.ctx.actor.person) return {}
  const { team: found } = await c.var.ctx.read((tx) => partsOfTeam(tx, team))
  return { what: found.title, finishedOn: c.var.ctx.now.toISOString().slice(0, 10) }
}

/** What the fields of a piece come to: `parts.0.capability` holds the network and the capability in one. */
export function partsTyped(values: Values): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('parts.')))
  const parts = Array.from({ length: BY_HAND }, (_, at) => {
    const [network = '', capability = ''] = String(values[`parts.${at}.capability`] ?? '').split(' ')
    return { organisation: values[`parts.${at}.organisation`], says: values[`parts.${at}.says`], network, capability }
  }).filter((part) => part.organisation)
  return { ...rest, ...(values['team'] ? {} : { parts }) }
}

export async function newPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const team = teamIn(c, form)
  const work = team && await c.var.ctx.read((tx) => partsOfTeam(tx, team))
  return {
    title: 'Say what came of it', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.outcomes}>Outcomes</a>} intro="Each who did it is asked by one tap whether it was so. With their yes it is a job with proof for all of you.">What came of it?</Heading>
        <Form to={routes.newOutcome} id="outcome" {...form} seenBy="Those who did it with you; the value and the size, only you">
          <Field name="what" label="What the job was" maxLength={200} />
          <Field name="forWhom" label="For whom" maxLength={120} optional />
          <Field name="finishedOn" type="date" label="When it ended" width="short" />
          <Choice name="ending" label="How it ended" layout="line" options={ENDINGS.map((value) => ({ value, label: ENDING_WORDS[value] }))} />
          {work ? <><Hidden name="team" value={work.team.id} /><TeamParts ctx={c.var.ctx} work={work} names={await namesOf(c.var.ctx, work)} /></> : <ByHand chosen={await toChoose(c.var.ctx, form.values)} />}
          <Group title="The customer’s word">
            <Field name="customerName" label="Who could say a word about it?" maxLength={100} optional hint="They get a link, without an account. You can ask later, too." />
            <Field name="customerEmail" type="email" label="Their e-mail address" optional hint="Leave it out to copy the link instead." />
          </Group>
          <Group title="For your eyes">
            <Select name="value" label="What it was worth" optional prompt="Rather not say" width="medium" options={VALUE_BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))} hint="Seen only by those who did it." />
            <Field name="timesBigger" label="How many times bigger than your usual job?" optional width="short" hint="4 means four times. Only you see it." />
          </Group>
          <Choice name="sight" label="Who may see that you did it" layout="line" value="network" options={SIGHT_CHOICES} />
          <Actions sticky><Button>Say it and ask them</Button><LinkButton href={routes.outcomes}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

const namesOf = (ctx: Ctx, { parts }: TeamWork) => asHouse(ctx).read((tx) => namesOfOrganisations(tx, [...new Set(parts.map((part) => part.organisation))])) // who sits in our own team

function TeamParts({ ctx, work, names }: { ctx: Ctx; work: TeamWork; names: ReadonlyMap<string, string> }) {
  return (
    <Section title="Who did what">
      <Rows label="Parts">
        {work.parts.map((part) => (
          <Row key={`${part.organisation} ${part.says}`} title={part.organisation === ctx.actor.organisation ? 'You' : names.get(part.organisation) ?? 'A partner'} detail={part.apart ? `${part.says} · kept between you and them` : part.says} />
        ))}
      </Rows>
    </Section>
  )
}

type Choices = { readonly whom: Whom; readonly capabilities: readonly OptionGroup[] }

/** Who did it: ourselves first, then partners and members. */
export const WHO_DID_IT: Choosing = {
  fields: Array.from({ length: BY_HAND }, (_, at) => `parts.${at}.organisation`),
  beside: async (tx): Promise<Beside> => ({ first: tx.actor.organisation ? [{ id: tx.actor.organisation, name: 'Ourselves' }] : [], known: await listPartnersToAsk(tx), knownAs: 'You and your partners' }),
}

async function toChoose(ctx: Ctx, values: Values): Promise<Choices> {
  return ctx.read(async (tx: Tx) => {
    const networks = (await listMyNetworks(tx)).filter((network) => network.isMember)
    const capabilities: OptionGroup[] = []
    for (const network of networks) {
      const words = (await listCapabilities(tx, network.id)).filter((one) => !one.retiredAt)
      capabilities.push({ label: network.name, options: words.map((one) => ({ value: `${network.id} ${one.id}`, label: one.title })).toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')) })
    }
    return { whom: await readWhom(tx, WHO_DID_IT, values), capabilities }
  })
}

function ByHand({ chosen }: { chosen: Choices }) {
  return (
    <>
      {Array.from({ length: BY_HAND }, (_, at) => {
        const piece = (
          <Group key={at} title={at === 0 ? 'Who did what' : `Piece ${at + 1}`}>
            <Who name={`parts.${at}.organisation`} label="Who" optional={at > 0} prompt="Choose one" whom={chosen.whom} />
            <Field name={`parts.${at}.says`} label="What they did" maxLength={200} optional />
            <Select name={`parts.${at}.capability`} label="It shows that they can" optional prompt="Nothing in particular" groups={chosen.capabilities} />
          </Group>
        )
        return at < 2 ? piece : <details className="more" key={at} open={!!chosen.whom.typed[`parts.${at}.organisation`]?.text}><summary>{`Piece ${at + 1}`}</summary>{piece}</details>
      })}
    </>
  )
}
