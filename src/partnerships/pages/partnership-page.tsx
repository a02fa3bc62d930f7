import { routes } from '../../routes.ts'
import { Actions, Button, Care, Choice, Day, Empty, Facts, Form, Good, Heading, LinkButton, Note, PostButton, Section, Steps, WithAside } from '../../ui/index.ts'
import { hasAgreed } from '../change-ours.ts'
import { giveAndTakeInWords } from '../give-and-take.ts'
import { STAGE_HINTS, STAGE_WORDS, STAGES, THROUGH_WORDS } from '../partnership.ts'
import type { PartnershipRead } from '../read-partnership.ts'
import { LookingAfter } from './looking-after.tsx'
import type { PageProps } from './props.ts'
import { Recommendations } from './recommendations.tsx'
import { AddLine, Timeline } from './timeline.tsx'


/** What have we done together, how is it going, what next? */
export function PartnershipPage(props: PageProps) {
  const { read } = props
  const { ours, partner, anniversary, speaks } = read
  const { name } = ours.partner
  const goesOn = speaks && ours.standing.is !== 'ended'
  return (
    <>
      <Heading above={<a href={routes.partnerships}>Partners</a>} intro={partner ? <a href={routes.organisation(partner.id)}>{`Open the page of ${name}`}</a> : undefined}
        actions={goesOn && <><LinkButton href="#add" variant="main">Add something</LinkButton>{hasAgreed(ours) && <LinkButton href={routes.partnershipRecommendation(ours.id)}>Recommend them</LinkButton>}</>}>{`${name} and you`}</Heading>
      <Standing read={read} />
      {anniversary && <Good word="On this day">{anniversary}</Good>}
      <WithAside label="What is agreed, and who may know" aside={<><Next read={read} /><LookingAfter {...props} /></>}>
        <Stages {...props} />
        <GiveAndTake read={read} />
        <Recommendations read={read} />
        {goesOn && <AddLine ours={ours} form={props.forms.line} />}
        <Timeline {...props} />
      </WithAside>
    </>
  )
}

/** Why it does not simply go on, and the one thing to do about it. */
function Standing({ read: { ours, partner, speaks } }: { read: PartnershipRead }) {
  const { id, us, standing, partner: { name } } = ours
  const takeBack = <PostButton to={routes.partnershipTakingBack(id)}>Take it back</PostButton>
  switch (standing.is) {
    case 'agreed': return null
    case 'waiting': return <Note word="Only you see this" actions={speaks && takeBack}><p>{`${name} was asked`} <Day on={standing.askedAt} />. Until they say yes only you and your colleagues see this.</p></Note>
    case 'ours_alone':
      if (standing.declinedAt) return <Note word="Only you see this" actions={speaks && takeBack}>{`${name} would rather not note a partnership for now. They can note it themselves at any time.`}</Note>
      if (partner?.standing.is === 'listed') return <Note word="They are not here yet" actions={speaks && <><LinkButton href={routes.claimLinks(partner.id)}>Give them a claim link</LinkButton>{takeBack}</>}>Once their own people have claimed their page, we ask them for you.</Note>
      return <Note word="Only you see this" actions={speaks && <><PostButton to={routes.partnershipAsks(id)}>Ask once more</PostButton>{takeBack}</>}>{`${name} has not answered, and the question has run out.`}</Note>
    case 'resting': return (
      <Note word="Resting" actions={speaks && <PostButton to={routes.partnershipWaking(id)} variant="main">Wake it up</PostButton>}>
        <p>{standing.by === us ? 'You let it rest' : `${name} let it rest`} on <Day on={standing.since} />. Nothing nags.{ours.ours.restingBecause && <> Why, for yourselves: “{ours.ours.restingBecause}”</>}</p>
      </Note>
    )
    case 'ended': return (
      <Care word="Ended" actions={speaks && !standing.asked && !standing.declinedAt && <PostButton to={routes.partnershipReturn(id)}>Take it up again</PostButton>}>
        <p>{standing.by === us ? 'You ended it' : `${name} ended it`} on <Day on={standing.at} />, with thanks. What you did together stays here.{ours.ours.endedBecause && <> The reason, for yourselves: “{ours.ours.endedBecause}”</>}{standing.asked && ' They are asked whether they would take it up again.'}</p>
      </Care>
    )
  }
}

function Stages({ read: { ours, speaks }, forms }: PageProps) {
  const { id, stage, partner: { name }, standing } = ours
  const differ = hasAgreed(ours) && ours.ours.stage !== stage
  return (
    <Section title="How far it has grown">
      <Steps label="How far it has grown" steps={STAGES.map((one) => STAGE_WORDS[one])} current={STAGES.indexOf(stage)} />
      <p className="quiet-text">{STAGE_HINTS[stage]}</p>
      {differ && <Note word={`${name} said so last`} actions={speaks && <PostButton to={routes.partnershipStage(id)} fields={{ stage }}>We say so too</PostButton>}>{`You last said: ${STAGE_WORDS[ours.ours.stage]}.`}</Note>}
      {speaks && standing.is !== 'ended' && (
        <details className="more" open={!!forms.stage}>
          <summary>Say how far it has grown</summary>
          <Form to={routes.partnershipStage(id)} id="stage-form" {...forms.stage} seenBy={hasAgreed(ours) ? `You and ${name}, who is told` : 'Only you and your colleagues, until they say yes'}>
            <Choice name="stage" label="It has grown to" options={STAGES.map((value) => ({ value, label: STAGE_WORDS[value], hint: STAGE_HINTS[value] }))} value={stage} />
            <Actions><Button variant="quiet">Say so</Button></Actions>
          </Form>
        </details>
      )}
    </Section>
  )
}

function GiveAndTake({ read: { ours, giveAndTake } }: { read: PartnershipRead }) {
  const words = giveAndTakeInWords(giveAndTake, ours.partner.name)
  if (words.length === 0) return null
  return (
    <Section title="Give and take">
      <ul className="give-and-take" role="list">{words.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="fine">Only the two of you see this.</p>
    </Section>
  )
}

function Next({ read: { ours, introducer, speaks } }: { read: PartnershipRead }) {
  const { id, met, aim, next, noted, standing, partner: { name } } = ours
  const facts = [
    next && { name: 'Next', is: <>{next.says}{next.on && <>, <Day on={next.on} /></>}</> },
    aim && { name: 'What you hope to do', is: aim },
    met.what && { name: met.through ? `How you met: ${THROUGH_WORDS[met.through].toLowerCase()}` : 'How you met', is: <>{met.what}{met.on && <>, <Day on={met.on} /></>}</> },
    introducer && { name: 'Introduced by', is: met.by ? <a href={routes.organisation(met.by)}>{introducer}</a> : introducer },
    { name: standing.is === 'agreed' || standing.is === 'resting' ? 'Noted' : 'Noted by you', is: <Day on={noted.at} /> },
  ].filter((fact) => !!fact)
  const edit = speaks && standing.is !== 'ended' && <LinkButton href={routes.partnershipTerms(id)} small>{aim ?? next ? 'Change it' : 'Write it down'}</LinkButton>
  return (
    <Section title="What is next" actions={edit}>
      {!next && !aim && <Empty title="Say what you hope to do together" example="One tasting day each spring">{introducer ? `You and ${name} are connected through ${introducer}.` : 'One line is enough. Both of you read it.'}</Empty>}
      <Facts facts={facts} />
    </Section>
  )
}

