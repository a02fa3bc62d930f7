import { routes } from '../../routes.ts'
import { Actions, Button, Empty, Field, Form, Heading, Row, Rows, Section, type Found } from '../../ui/index.ts'

/** The same as Ctrl K, as a page: everything found, in groups. */
export function FindPage({ words, found }: { words: string; found: Found }) {
  const count = found.groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <>
      <Heading intro={<>Anything by a few letters. To look for somebody who fits, go to <a href={routes.findPartners}>Find partners</a>.</>}>Find or do</Heading>
      <Form to={routes.search} method="get" layout="line" label="Find" values={{ q: words }}>
        <Field name="q" label="A name, a place, a thing to do" type="search" />
        <Actions><Button>Find</Button></Actions>
      </Form>
      {words && <p role="status">{count === 0 ? '' : count === 1 ? '1 found' : `${count} found`}</p>}
      {words && count === 0 && <Empty title={`Nothing is called “${words.slice(0, 80)}”, or it is not shared with you.`}>Try fewer letters, or a word from the trade.</Empty>}
      {found.groups.map((group) => (
        <Section key={group.label} title={group.label} count={group.items.length}>
          <Rows label={group.label}>{group.items.map((item) => <Row key={item.href + item.label} title={item.label} href={item.href} detail={item.detail} />)}</Rows>
        </Section>
      ))}
    </>
  )
}
