import type { FormState } from '../../kit/web/form.ts'
import { Above, type Network } from '../../networks/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Heading, Hidden, LinkButton, Row, Rows, Section } from '../../ui/index.ts'
import { MOST_LETTERS } from '../ask-introduction.ts'

type Two = { readonly one: Organisation; readonly other: Organisation; readonly note: string }

/** An organiser brings two members together: choose the two, then a note that both read. */
export function IntroduceMembersPage({ network, two, form }: { network: Network; two: Two; form: FormState }) {
  return (
    <>
      <Heading above={<Above network={network} />} intro="Both are asked at once. Contact details pass only once both have said yes.">{`Introduce ${two.one.name} to ${two.other.name}`}</Heading>
      <Form to={routes.introduceMembers(network.slug)} id="introduce" {...form} seenBy={`${two.one.name} and ${two.other.name}`}>
        <Hidden name="one" value={two.one.id} />
        <Hidden name="other" value={two.other.id} />
        <Field name="note" type="textarea" rows={12} label="Your note to both" hint="Written from what both show to members. Change what you like." value={two.note} maxLength={MOST_LETTERS} />
        <Actions sticky><Button busy="Asking">Ask them both</Button><LinkButton href={routes.introduceMembers(network.slug)}>Choose another two</LinkButton></Actions>
      </Form>
    </>
  )
}

type Found = { readonly organisation: string; readonly name: string; readonly line?: string }

/** Choosing the two, one after the other, by a few letters. */
export function ChooseTwoPage({ network, one, words, found }: { network: Network; one?: Organisation; words: string; found: readonly Found[] }) {
  const href = (id: string) => `${routes.introduceMembers(network.slug)}?${new URLSearchParams(one ? { one: one.id, other: id } : { one: id })}`
  return (
    <>
      <Heading above={<Above network={network} />} intro={one ? `${one.name}, and who else?` : 'Two members who should meet. Choose the first.'}>Introduce two members</Heading>
      <Form to={routes.introduceMembers(network.slug)} method="get" layout="line" label="Look for a member" values={{ q: words }}>
        {one && <Hidden name="one" value={one.id} />}
        <Field name="q" type="search" label="A name or a trade" optional />
        <Actions><Button variant="quiet">Look</Button></Actions>
      </Form>
      <Section title={one ? `Who should meet ${one.name}?` : 'Members'}>
        {found.length === 0 ? <p className="quiet-text">Nobody is called that here.</p> : <Rows label="Members">{found.map((member) => <Row key={member.organisation} title={member.name} href={href(member.organisation)} detail={member.line} />)}</Rows>}
      </Section>
      {one && <Actions><LinkButton href={routes.introduceMembers(network.slug)}>Choose another first</LinkButton></Actions>}
    </>
  )
}
