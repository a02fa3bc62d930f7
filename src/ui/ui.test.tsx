import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Choice, CopyLink, Field, Form, Page, PlainShell, PostButton, Rows, Row, Table, Tick, agoInWords, countInWords, dayInWords, momentInWords, moneyInWords, pageSpan, renderPage } from './index.ts'
import { Showcase } from './showcase.tsx'

const html = (part: ReactElement) => renderToStaticMarkup(part)
const assets = { css: ['/assets/app.css'], js: ['/assets/app.js'], font: '/assets/font.woff2', icon: '/assets/icon.svg' }
const paper = { address: 'http://localhost:4000/ui', now: '2027-05-04T08:30:00Z' }
const showcase = renderPage(<Showcase assets={assets} nonce="abc" paper={paper} />)

/** Every value of one attribute, in order; a list of ids counts as several. */
function values(markup: string, attribute: string): string[] {
  return [...markup.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].flatMap((match) => (match[1] ?? '').split(' ')).filter(Boolean)
}

function tag(markup: string, containing: string): string {
  return [...markup.matchAll(/<[^>]+>/g)].map(([found]) => found).find((found) => found.includes(containing)) ?? ''
}

describe('the page of parts', () => {
  test('carries no style and no script in its attributes, so that the security policy can forbid both', () => {
    expect(showcase).not.toMatch(/<[^>]+\sstyle=/)
    expect(showcase).not.toMatch(/<[^>]+\son[a-z]+=/)
    expect(showcase).not.toMatch(/javascript:/)
  })

  test('has each id once', () => {
    const ids = values(showcase, 'id')

    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })

  test.each(['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'list'])('points by %s at something that is there', (attribute) => {
    const ids = new Set(values(showcase, 'id'))

    expect(values(showcase, attribute).filter((id) => !ids.has(id))).toEqual([])
  })

  test('names every box', () => {
    const boxes = [...showcase.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([found]) => found).filter((found) => !found.includes('type="hidden"'))
    const labelled = new Set(values(showcase, 'for'))

    expect(boxes.filter((box) => !/aria-label=/.test(box) && !labelled.has(/\sid="([^"]*)"/.exec(box)?.[1] ?? ''))).toEqual([])
  })

  test('gives its script the nonce of the answer', () => {
    expect(tag(showcase, 'src="/assets/app.js"')).toContain('nonce="abc"')
  })
})

describe('a page', () => {
  test('for strangers carries no script at all', () => {
    const page = renderPage(<Page title="The Wild Bouquet" assets={assets} script={false}><PlainShell paper={paper}>Hello</PlainShell></Page>)

    expect(page).not.toContain('<script')
    expect(page).not.toContain('csp-nonce')
  })

  test('begins like a document, in British English, and says its problem first', () => {
    const page = renderPage(<Page title="Join" assets={assets} hasProblems theme="dark"><p>Hello</p></Page>)

    expect(page).toMatch(/^<!doctype html><html lang="en-GB" data-theme="dark">/)
    expect(page).toContain('<title>Problem: Join · Guildhall</title>')
  })
})

describe('what people wrote', () => {
  const wicked = '"><script>alert(1)</script>'

  test('is shown as text wherever it stands', () => {
    const shown = html(
      <Form to="/x" values={{ name: wicked }} problems={{ name: wicked }} seenBy={wicked}>
        <Field name="name" label={wicked} hint={wicked} />
        <Rows><Row title={wicked} detail={wicked} /></Rows>
        <Table caption={wicked} columns={[{ label: wicked, cell: () => wicked }]} rows={[1]} rowKey={String} />
        <PostButton to="/x" about={wicked} fields={{ [wicked]: wicked }}>{wicked}</PostButton>
        <CopyLink link={`https://guildhall.example/${wicked}`} label={wicked} />
      </Form>,
    )

    expect(shown).not.toContain('<script')
  })
})

describe('a form with problems', () => {
  const form = html(
    <Form to="/join" id="join" formKey="k1" values={{ email: 'nell@', sight: 'network', password: 'secret' }} problems={{ email: 'Write the whole address.', agreed: 'Anna has not said yes.', '': 'This link was used.' }}>
      <Field name="email" label="E-mail" hint="Where we write to you." />
      <Field name="password" type="password" label="Password" />
      <Choice name="sight" label="Who may see this?" value="anyone" options={[{ value: 'anyone', label: 'Anyone' }, { value: 'network', label: 'Members' }]} />
      <Tick name="agreed" label="Anna said yes." />
    </Form>,
  )

  test('ties hint and problem to the box', () => {
    const box = tag(form, 'name="email"')

    expect(box).toContain('aria-invalid="true"')
    expect(box).toContain('aria-describedby="join-email-hint join-email-problem"')
    expect(form).toContain('<p class="problem" id="join-email-problem">')
    expect(tag(form, 'for="join-email"')).toContain('<label')
  })

  test('lists every problem with a way to its box, and those of the whole form without', () => {
    expect(form).toContain('3 things need a look')
    expect(form).toContain('<a href="#join-email">Write the whole address.</a>')
    expect(form).toContain('<li>This link was used.</li>')
  })

  test('keeps what was typed, but never a password', () => {
    expect(tag(form, 'name="email"')).toContain('value="nell@"')
    expect(form).not.toContain('secret')
    expect(tag(form, 'value="network"')).toContain('checked')
    expect(tag(form, 'value="anyone"')).not.toContain('checked')
  })

  test('carries its key, so that sending twice is harmless', () => {
    expect(tag(form, 'name="_key"')).toContain('value="k1"')
  })

  test('leaves a box that is in order alone', () => {
    expect(tag(form, 'name="password"')).not.toContain('aria-invalid')
    expect(tag(form, 'name="password"')).not.toContain('aria-describedby')
  })
})

test('a button of one form makes a fresh key each time it is shown', () => {
  const shown = html(<><PostButton to="/a">A</PostButton><PostButton to="/b">B</PostButton></>)

  expect(new Set(values(shown, 'value')).size).toBe(2)
})

test('a link is the same in words, in its box and in its picture', () => {
  const shown = html(<CopyLink link="https://guildhall.example/join/9f2KqQ" label="Invitation for Asha" />)

  expect(shown.match(/guildhall\.example\/join\/9f2KqQ/g)).toHaveLength(2)
  expect(tag(shown, 'role="img"')).toContain('aria-label="QR code: Invitation for Asha"')
  expect(tag(shown, 'fill="#000"').length).toBeGreaterThan(500)
})

describe('days and moments', () => {
  test.each([
    ['2027-03-02', '2 Mar 2027'], ['2027-06-30', '30 June 2027'], ['2027-09-01', '1 Sept 2027'], [{ year: 2028, month: 12, day: 31 }, '31 Dec 2028'],
    [new Date('2027-06-30T23:30:00Z'), '1 July 2027'], [{ epochMilliseconds: Date.UTC(2027, 0, 1) }, '1 Jan 2027'],
  ])('%o is written %s', (on, words) => {
    expect(dayInWords(on)).toBe(words)
  })

  test('every moment is what the calendar says, however often it is asked', () => {
    const calendar = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const told = (at: Date) => Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]))
    const changes = ['1971-10-31T02:00Z', '2027-03-28T01:00Z', '2027-10-31T01:00Z'].flatMap((at) => [-61, -1, 0, 59, 60, 121].map((minutes) => new Date(Date.parse(at) + minutes * 60_000)))
    const others = Array.from({ length: 12_000 }, (_, at) => new Date(Date.UTC(1840, 0, 1) + at * 687_654_321))

    for (const at of [...changes, ...others, ...changes]) {
      const { day, year, hour, minute } = told(at)
      expect(momentInWords(at)).toMatch(new RegExp(`^${day} \\w+ ${year}, ${hour}:${minute}$`))
    }
  })

  test('a moment is told in British time, summer and winter', () => {
    expect(momentInWords('2027-06-04T13:05:00Z')).toBe('4 June 2027, 14:05')
    expect(momentInWords('2027-12-04T00:05:00Z')).toBe('4 Dec 2027, 00:05')
  })

  test.each([
    ['2027-05-04T08:29:40Z', 'just now'], ['2027-05-04T09:00:00Z', 'just now'], ['2027-05-04T08:29:00Z', '1 minute ago'], ['2027-05-04T07:31:00Z', '59 minutes ago'],
    ['2027-05-04T07:30:00Z', '1 hour ago'], ['2027-05-04T00:30:00Z', '8 hours ago'], ['2027-05-03T20:00:00Z', 'yesterday'], ['2027-05-02T22:59:00Z', '2 days ago'],
    ['2027-04-20T08:30:00Z', '14 days ago'], ['2027-04-19T08:30:00Z', '19 Apr 2027'],
  ])('%s is %s', (since, words) => {
    expect(agoInWords(since, '2027-05-04T08:30:00Z')).toBe(words)
  })
})

test.each([[125_000, '£1,250'], [125_050, '£1,250.50'], [5, '£0.05'], [0, '£0'], [-500, '−£5'], [100_000_000_00, '£100,000,000']])('%i pence are %s', (pence, words) => {
  expect(moneyInWords(pence)).toBe(words)
})

describe('a long list', () => {
  test.each([
    [1, 84, { page: 1, pages: 2, from: 1, to: 50 }], [2, 84, { page: 2, pages: 2, from: 51, to: 84 }], [9, 84, { page: 2, pages: 2, from: 51, to: 84 }], [-3, 84, { page: 1, pages: 2, from: 1, to: 50 }],
    [Number.NaN, 84, { page: 1, pages: 2, from: 1, to: 50 }], [1, 0, { page: 1, pages: 1, from: 0, to: 0 }], [1, 50, { page: 1, pages: 1, from: 1, to: 50 }], [2, 51, { page: 2, pages: 2, from: 51, to: 51 }],
  ])('page %s of %i', (page, total, span) => {
    expect(pageSpan(page, total)).toEqual(span)
  })

  test.each([
    [{ from: 51, to: 100, total: 1231 }, 'Showing 51 to 100 of 1,231 members'], [{ from: 1, to: 3, total: 3 }, 'Showing all 3 members'], [{ from: 1, to: 1, total: 1 }, 'Showing the only one'],
    [{ from: 0, to: 0, total: 0 }, 'No members here'], [{ from: 1, to: 50 }, 'Showing 1 to 50 of the members'],
  ])('is counted in words', (span, words) => {
    expect(countInWords({ things: 'members', ...span })).toBe(words)
  })
})
