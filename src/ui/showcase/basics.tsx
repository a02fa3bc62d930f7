import { Actions, Button, Facts, Icon, LinkButton, Mark, PostButton, Section, Wordmark, Words } from '../index.ts'
import type { IconName } from '../index.ts'

export function TypeShown() {
  return (
    <Section title="Words" intro="Atkinson Hyperlegible Next. Lines of 45 to 70 characters, sentence case everywhere.">
      <Words>
        <h2>Only we grow and arrange every stem within 12 miles</h2>
        <p>So your flowers were in a Wiltshire field this morning. <a href="#type">Fourteen weddings in 2026</a>, and not one stem from a cold store. Ask <strong>Tom at Tom’s Tipis</strong> what happened in the storm.</p>
        <h3>What we would love to meet</h3>
        <ul><li>A cake maker with June dates</li><li>A venue that shares our compost scheme</li></ul>
        <p className="fine">Fine print is the smallest there is: 14 pixels. Łódź, Dvořák, Ngũgĩ, Þórður and Çelik are all drawn by the same hand.</p>
      </Words>
      <p><Wordmark /></p>
    </Section>
  )
}

const COLOURS = ['ink', 'quiet', 'main', 'link', 'good', 'care', 'gap', 'note'] as const

export function ColoursShown() {
  return (
    <Section title="Colours" intro="Colour never stands alone: a word, a shape or a pattern is beside it.">
      <ul role="list" className="swatches">{COLOURS.map((name) => <li key={name} className={`swatch swatch-${name}`}><Mark />{name}</li>)}</ul>
    </Section>
  )
}

const ICONS: readonly IconName[] = ['home', 'find', 'refer', 'together', 'page', 'network', 'help', 'person', 'down', 'right', 'left', 'close', 'tick', 'lock', 'eye', 'copy', 'add', 'undo', 'mail']

export function ButtonsShown() {
  return (
    <Section title="Buttons" intro="One main action a page, named with a verb. Everything else is quieter.">
      <Actions>
        <PostButton to="/ui" variant="main">Send my answers</PostButton>
        <PostButton to="/ui">Ask Tom</PostButton>
        <PostButton to="/ui" variant="danger">End this partnership</PostButton>
        <PostButton to="/ui" variant="plain">Not for us</PostButton>
        <LinkButton href="/ui" icon="add">Add something</LinkButton>
      </Actions>
      <Actions>
        <PostButton to="/ui" variant="main" small letter="A" about="Tom’s referral">Accept</PostButton>
        <PostButton to="/ui" small letter="Q" about="about Tom’s referral">Ask Tom</PostButton>
        <PostButton to="/ui" variant="danger" small>Remove</PostButton>
        <LinkButton href="/ui" small icon="right">Open</LinkButton>
        <PostButton to="/ui" small>Ask Wolfeschlegelsteinhausen and Daughters Precision Instruments to introduce us</PostButton>
      </Actions>
      <form action="/ui" method="get" aria-busy="true"><Actions><Button>Saving</Button></Actions></form>
      <Facts facts={[{ name: 'Drawings', is: <span className="actions">{ICONS.map((name) => <Icon key={name} name={name} />)}</span> }]} />
    </Section>
  )
}
