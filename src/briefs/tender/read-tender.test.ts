import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { words as townWords } from '../../../town/manufacturing/words.ts'
import type { Capability as Word } from '../../../town/types.ts'
import type { Id } from '../../kit/ids.ts'
import type { Capability } from '../../networks/index.ts'
import { MOST_TEXT } from './found.ts'
import { readTender } from './read-tender.ts'

const asId = (text: string) => text as Id<'capability'> // any text will do here
const inTown = (words: readonly Word[], parent?: Id<'capability'>): readonly Capability[] => words.flatMap((one) => [{ id: asId(one.key), parent, title: one.title, synonyms: one.synonyms ?? [] }, ...inTown(one.narrower ?? [], asId(one.key))])
const park = inTown(townWords.words)
const plain = (...titles: string[]): readonly Capability[] => titles.map((title) => ({ id: asId(title), title, synonyms: [] }))
const read = (text: string, vocabulary: readonly Capability[] = []) => readTender(text, { vocabulary, today: '2027-03-02' })
const keyOf = (title?: string) => park.find((one) => one.title === title)?.id
const ticked = (text: string, vocabulary?: readonly Capability[]) => read(text, vocabulary).parts.filter((part) => part.ticked)
const says = (text: string, vocabulary?: readonly Capability[]) => ticked(text, vocabulary).map((part) => part.says)

const HYDROGEN = `Hydrogen test bench

Kestrel Engineering is looking for partners for a bench to prove valves and joints in hydrogen at 700 bar, running unattended for 1,000 hours. The customer wants one contract, one lead and a certificate at the end.

The team must design the test bench and its enclosure, about 900 hours. We need 60 titanium brackets and manifolds machined to 10 microns. Controls software must run the bench unattended, with the source handed over; we reckon 600 hours. The bench requires certification as hydrogen equipment at 700 bar. The high-pressure pipework must be bent and orbital welded, 350 joints in all. Every joint should have a helium leak test. Calibration of 40 gauges on site should be done twice. Operator training should be given to six operators over four days.

Tenders must be returned by 14 May 2027. Work starts on 7 June 2027 and is to be completed by 31 March 2028.`

describe('the parts of a tender', () => {
  test('of the hydrogen test bench are found in its running words: eight, each with what the park calls it', () => {
    const parts = ticked(HYDROGEN, park)
    expect(parts.map((part) => [keyOf(part.wants), part.need])).toEqual([
      ['test-rig-design', 'must'], ['titanium-machining', 'must'], ['controls-software', 'must'], ['hydrogen-certification', 'must'], ['high-pressure-pipework', 'must'],
      ['leak-testing', 'should'], ['calibration', 'should'], ['operator-training', 'should'],
    ])
    expect(parts.map((part) => part.size)).toEqual(expect.arrayContaining(['900 hours', '600 hours', '350 joints', '40 gauges', 'six operators']))
    expect(read(HYDROGEN, park)).toMatchObject({ title: 'Hydrogen test bench', answerBy: '2027-05-14', startsOn: '2027-06-07', endsOn: '2028-03-31' })
  })

  test('stand in numbered lists, and what is said of bidding stays out', () => {
    const text = `INVITATION TO QUOTE: Repairs to the village hall
Client: Wylye Parish Council
Site: The Street, SP3 4QT

1. Background
The hall was built in 1911 and is used by 14 groups.

2. Scope of works
2.1 Replace 24 roof slates on the south side
2.2 Repair the guttering, 18 metres
2.3 Repaint the front door (optional)

3. How to quote
3.1 Quotes must be received by noon on 30 April 2027
3.2 Insurance of £5 million is required

4. Evaluation
4.1 Price 60 %
4.2 Quality 40 %`
    const found = read(text)
    expect(found).toMatchObject({ title: 'Repairs to the village hall', forWhom: 'Wylye Parish Council', district: 'SP3', answerBy: '2027-04-30' })
    expect(found.parts.filter((part) => part.ticked)).toMatchObject([
      { says: 'Replace 24 roof slates on the south side', need: 'must' }, { says: 'Repair the guttering, 18 metres', size: '18 metres' }, { says: 'Repaint the front door (optional)', need: 'should' },
    ])
    expect(found.parts).toHaveLength(3)
  })

  test('stand in bullets below what must and what would be nice', () => {
    const text = `Website for the food bank

Must have
• Works on a phone
• Volunteers can change the opening hours
• Accessible to WCAG 2.2 AA

Nice to have
• A map of collection points
- A Polish translation

Budget
• Up to £4,500`
    expect(ticked(text).map(({ says, need }) => [says, need])).toEqual([
      ['Works on a phone', 'must'], ['Volunteers can change the opening hours', 'must'], ['Accessible to WCAG 2.2 AA', 'must'], ['Map of collection points', 'should'], ['Polish translation', 'should'],
    ])
    expect(read(text).value).toBe('1k_5k')
  })

  test('are its lots, with what stands under each', () => {
    const text = `Framework for community transport

Lot 1: School runs
Two minibuses every school day
Drivers with a DBS check
Lot 2: Day centre
One accessible bus, three mornings a week
Lot 3 - Vehicle cleaning

Submission
Bids close on 12 June 2027 at 12:00.`
    const parts = ticked(text, plain('Vehicle cleaning', 'School transport'))
    expect(parts.map((part) => part.says.split(/[:;]/)[0])).toEqual(['School runs', 'Day centre', 'Vehicle cleaning'])
    expect(parts[0]?.says).toContain('Two minibuses every school day')
    expect(parts[2]?.wants).toBe('Vehicle cleaning')
    expect(read(text).answerBy).toBe('2027-06-12')
  })

  test('stand in the rows of a table copied with its tabs', () => {
    const text = `Wedding at Wilton, 19 June 2027

Item\tQty\tUnit\tPriority
Bridal bouquet\t1\tpiece\tMust
Table flowers\t12\ttables\tMust
Arch of roses\t1\tpiece\tDesirable
Total\t14\t\t`
    expect(ticked(text, plain('Wedding flowers', 'Table flowers'))).toMatchObject([
      { says: 'Bridal bouquet', size: '1 piece', need: 'must' }, { says: 'Table flowers', size: '12 tables', need: 'must', wants: 'Table flowers' }, { says: 'Arch of roses', need: 'should' },
    ])
  })

  test('are found in a mail whose lines are broken, without its greeting and its foot', () => {
    const text = `Hi Priya,

Hope you are well. We are opening the barn in May and I am looking for
some help. We need someone to cook lunch for 90 guests, two people to
serve, and a band for the evening.

Could you let me know by 20 March?

Best wishes
Tom
Tel: 01722 123456
tom@example.org`
    const found = read(text, plain('Cooking lunch', 'Serving', 'Band'))
    expect(found.parts.map((part) => part.says)).toEqual(['Someone to cook lunch for 90 guests', 'Two people to serve', 'Band for the evening'])
    expect(found.parts[0]?.size).toBe('90 guests')
    expect(found.answerBy).toBe('2027-03-20')
    expect(JSON.stringify(found)).not.toContain('01722')
  })

  test('are found in prose by its duties, and only there', () => {
    const text = `Evening support for young carers

The service shall run two sessions a week in Amesbury. Staff must hold a DBS check. It should offer a hot meal at each session. Young carers told us that Tuesdays are hard. The provider is required to report every quarter.`
    expect(ticked(text).map(({ says, need }) => [says, need])).toEqual([
      ['The service shall run two sessions a week in Amesbury.', 'must'], ['Staff must hold a DBS check.', 'must'], ['It should offer a hot meal at each session.', 'should'], ['Report every quarter.', 'must'],
    ])
    expect(ticked(text)[0]?.size).toBe('two sessions a week')
  })

  test('stand under numbered headings where each heading is a piece of work', () => {
    const text = `Request for proposals: Town trail
Customer: Amesbury Town Council

Deliverables
1) Research
   Interviews with 20 residents and a day in the archive
2) Illustrated map
   A3, folded, 5,000 copies
3) Audio guide
   Six recordings of three minutes

Key dates
Start date: 1 September 2027
Completion: 31 March 2028`
    const parts = read(text)
    expect(parts.parts.filter((part) => part.ticked).map((part) => part.says)).toEqual(['Research', 'Illustrated map', 'Audio guide'])
    expect(parts).toMatchObject({ title: 'Town trail', forWhom: 'Amesbury Town Council', startsOn: '2027-09-01', endsOn: '2028-03-31' })
  })

  test('know their own days', () => {
    expect(ticked(`Requirements\n- Scaffold up by 3 May 2027\n- Roof between 4 May 2027 and 28 May 2027\n- Painting from 1st June 2027 to 12th June 2027`)).toMatchObject([
      { endsOn: '2027-05-03' }, { startsOn: '2027-05-04', endsOn: '2027-05-28' }, { startsOn: '2027-06-01', endsOn: '2027-06-12' },
    ])
  })

  test('in Markdown are its lists, each part once', () => {
    expect(says('# Bench\n\n## What we need\n\n- [ ] **Steel frame**\n- [ ] Wiring\n* Wiring\n\n## Terms\n\n- 30 days')).toEqual(['Steel frame', 'Wiring'])
  })

  test('beyond two hundred are counted, and those we are sure of stay', () => {
    const found = read(`Requirements\n${Array.from({ length: 260 }, (_, at) => `- Bracket of kind ${at}`).join('\n')}`)
    expect([found.parts.length, found.left]).toEqual([200, 60])
  })
})

describe('a list of eleven', () => {
  const ten = ['Design of the bench: 900 hours', 'Controls software: 600 hours', 'Orbital welds: 350 joints', 'Leak testing: 350 joints', 'Certification: one', 'Titanium brackets: 60', 'Gas storage: 12 bottles', 'Groundworks: 40 m2', 'Wiring: one lot', 'Training: 3 days']
  const count = (last: string, after: string) => read(`Invitation to tender: Bench\n\nIt runs unattended.\n\nScope of work\n${[...ten, last].map((item, at) => `${at + 1}. ${item}`).join('\n')}\n\n${after}`, park).parts.filter((part) => part.ticked).length

  test.each(['Safety documents and conditions of use: one set', 'Handover and key dates: one plan', 'Questions from operators answered: one year', 'Project details', 'Documents for insurance: one set'])('keeps its last, however much “%s” sounds like a heading over the words that follow', (last) => {
    expect([count(last, 'Tenders are to be returned by 14 May 2027.'), count(last, '')]).toEqual([11, 11])
  })

  test('numbered headings with their words under them are no list', () => {
    const found = read('1. Background\nWe are a trust that keeps six schools in Salisbury and beyond.\n\n2. Scope of services\nThe contractor shall cut the grass twice a month at six schools.\n\n3. Payment terms\nInvoices are paid within thirty days of being received by us.', park)
    expect(found.parts.map((part) => part.says)).toEqual(['Cut the grass twice a month at six schools.'])
  })
})

describe('any text at all', () => {
  const bounded = (text: string) => {
    const found = read(text, park)
    for (const part of found.parts) {
      expect(part.says.length).toBeGreaterThan(0)
      expect(part.says.length).toBeLessThanOrEqual(500)
      expect(part.size?.length ?? 0).toBeLessThanOrEqual(120)
    }
    expect(found.title?.length ?? 0).toBeLessThanOrEqual(140)
    expect(found.forWhom?.length ?? 0).toBeLessThanOrEqual(160)
    const all = JSON.stringify(found)
    expect(all.includes('\\u0000') || /\\ud[89a-f]/i.test(all)).toBe(false) // the database keeps neither
    return found.parts.length
  }
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('Requirements', '1. Brackets', '1.1 We must weld', '- a', 'Lot 2:', 'a\tb\tc', '| a | b |', '# Scope', 'by 31/02/2027', '£5m budget', 'the team shall', '\uD800', '\u0000', '  ', 'Client: '))

  test('is read to its end and within bounds', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), (lines) => void expect(bounded(lines.join('\n'))).toBeLessThanOrEqual(200)), { numRuns: 200 })
  })

  test('even where somebody repeats one thing two hundred thousand times', () => {
    for (const piece of ['1.', ' ', '\t', 'must ', '- \n', 'a, ', '😀', '1. x\n', 'Lot 1\n', '|', 'tender '.repeat(9), 'we need a, ', '1 x ', '£1,', '. A', '\n\n', '12 May ', 'by ', '#', '(']) expect(bounded(piece.repeat(Math.ceil(MOST_TEXT / piece.length)))).toBeLessThanOrEqual(200)
  })

  test('ends in the largest vocabulary a network can have, whose names are all alike', () => {
    const alike = Array.from({ length: 20_000 }, (_, at): Capability => ({ id: asId(String(at)), title: `Repair and service of machine ${at}`, synonyms: [] }))
    expect(read('- service of machine repair 7\n'.repeat(20).concat(Array.from({ length: 7000 }, (_, at) => `- machine repair ${at}`).join('\n')), alike).parts).toHaveLength(200)
  })
})
