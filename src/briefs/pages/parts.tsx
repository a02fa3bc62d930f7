import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState, Values } from '../../kit/web/form.ts'
import { listCapabilities, type Capability } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Heading, LinkButton } from '../../ui/index.ts'
import { NEED_WORDS, NEEDS } from '../brief.ts'
import { getBriefToEdit } from '../keep.ts'
import { noSuchPart } from '../keep-parts.ts'
import { briefOf, idFrom, mustBeSignedIn, slugOf } from './param.ts'

export async function startOfPart(c: WebContext): Promise<Values> {
  mustBeSignedIn(c)
  const { brief } = await c.var.ctx.read((tx) => getBriefToEdit(tx, slugOf(c), briefOf(c)))
  const part = brief.parts.find((one) => one.id === idFrom(c, 'part'))
  if (!part) throw noSuchPart()
  const { says, wants = '', need, size = '', startsOn = '', endsOn = '', district = '' } = part
  return { says, wants, need, size, startsOn, endsOn, district }
}

export async function partPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { network, brief, vocabulary } = await c.var.ctx.read(async (tx) => {
    const found = await getBriefToEdit(tx, slugOf(c), briefOf(c))
    return { ...found, vocabulary: await listCapabilities(tx, found.network.id) }
  })
  if (!brief.parts.some((one) => one.id === idFrom(c, 'part'))) throw noSuchPart()
  return {
    title: 'Change a part', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.brief(network.slug, brief.id)}>{brief.title}</a>}>Change a part</Heading>
        <Form to={routes.briefPart(network.slug, brief.id, idFrom(c, 'part'))} id="part" {...form} seenBy="Whoever sees the brief">
          <PartFields vocabulary={vocabulary} />
          <Actions sticky><Button>Save</Button><LinkButton href={routes.brief(network.slug, brief.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

/** What one says of a part; only the first field is needed. */
export function PartFields({ vocabulary }: { vocabulary: readonly Capability[] }) {
  return (
    <>
      <Field name="says" label="What needs to be done" maxLength={500} />
      <Field name="wants" label="Which capability it asks for" maxLength={120} optional suggestions={vocabulary.filter((one) => !one.retiredAt).map((one) => one.title)} hint="Choose one of the network’s words, or use your own." />
      <Choice name="need" label="Is it needed?" value="must" layout="line" options={NEEDS.map((value) => ({ value, label: NEED_WORDS[value] }))} />
      <Field name="size" label="How much" maxLength={120} optional width="medium" hint="900 hours, 60 pieces, four days." />
      <details className="more">
        <summary>When and where, if it differs</summary>
        <Field name="startsOn" type="date" label="From" width="short" optional />
        <Field name="endsOn" type="date" label="Until" width="short" optional />
        <Field name="district" label="Where, as a postcode district" width="short" optional />
      </details>
    </>
  )
}
