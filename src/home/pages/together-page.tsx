import { routes } from '../../routes.ts'
import { Actions, Card, Cards, Heading, LinkButton, Row, Rows } from '../../ui/index.ts'
import type { Room } from '../read-together.ts'

/** What is done with others, at a glance: each room its own card. */
export function TogetherPage({ rooms }: { rooms: readonly Room[] }) {
  return (
    <>
      <Heading intro="What you do with others, room by room." actions={<LinkButton href={routes.findPartners} variant="main">Find a partner</LinkButton>}>Together</Heading>
      <Cards>{rooms.map((room) => <RoomCard key={room.name} room={room} />)}</Cards>
    </>
  )
}

function RoomCard({ room: { name, href, what, lines, begin } }: { room: Room }) {
  return (
    <Card title={name} href={href} level={2}>
      <p className="quiet-text">{what}</p>
      {!lines.ok && <p>This could not be fetched just now. The rest of the page is as it should be.</p>}
      {lines.ok && lines.is.length > 0 && <Rows label={name}>{lines.is.map((line) => <Row key={line.href + line.title} title={line.title} href={line.href} detail={line.detail} level={3} />)}</Rows>}
      <Actions>{lines.ok && lines.is.length > 0 ? <LinkButton href={href} small about={name}>See all</LinkButton> : <LinkButton href={begin.href} small>{begin.says}</LinkButton>}</Actions>
    </Card>
  )
}
