import { expect, test } from 'vitest'
import { be } from './harness/come-in.ts'
import { barriersOn } from './harness/look.ts'
import { follow, heading, press, until } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// An organiser brings the list she has kept for years, mends what was mistyped, and can take it all back.

const house = useHouse({ command: 'demo' })

/** Five hundred makers, twelve of whom somebody mistyped. */
function fiveHundred(): string {
  const rows = Array.from({ length: 500 }, (_, at) => [`Maker ${at}`, `maker${at}@example.org`, 'Company', `HV${(at % 8) + 1}`, String((at % 20) + 1)])
  const mistype = (at: number, column: number, value: string) => { const row = rows[at]; if (row) row[column] = value }
  for (const at of [3, 40, 41]) mistype(at, 1, 'no address')
  for (const at of [77, 120, 121]) mistype(at, 2, 'Guild of old')
  for (const at of [200, 201, 300]) mistype(at, 3, 'the market')
  for (const at of [400, 401, 499]) mistype(at, 4, 'many')
  return ['Name,E-mail,Kind,Postcode,People', ...rows.map((row) => row.join(','))].join('\n')
}

/** So many that no list holds them: whoever types a name is offered those that fit, and chooses by keyboard. */
async function namesAreOffered(): Promise<void> {
  const typing = await be(await house.arrive(), 'Tom', '/partnerships/new')
  const box = typing.locator('input[data-names]').first()
  await box.pressSequentially('maker 49')
  const offered = () => box.evaluate((input: HTMLInputElement) => [...input.list?.options ?? []].map(({ value }) => value))
  await expect.poll(offered).toContain('Maker 49')
  expect((await offered()).every((name) => name.startsWith('Maker 49'))).toBe(true)
  expect(await barriersOn(typing)).toEqual([])
}

test('Tom brings 500 members with 12 mistakes, mends them in place, takes them in and takes them all back', async () => {
  const tom = await house.arrive({ script: false })
  await tom.goto('/welcome/characters')
  await press(tom, /^Be Tom/)
  await tom.goto('/networks/haverstow-wedding-trades/import')
  await tom.getByLabel('The file').setInputFiles({ name: 'makers.csv', mimeType: 'text/csv', buffer: Buffer.from(fiveHundred()) })
  await press(tom, 'Read it')
  await press(tom, 'Look the rows through')

  await expect(tom.getByText('12 need you').first()).toBeSeen()
  for (const [field, value] of Object.entries({ email: 'mended@example.org', kind: 'Charity', district: 'HV2', peopleCount: '3' })) {
    const wrong = tom.locator(`[name$=".${field}"][aria-invalid="true"]`)
    const names = await wrong.evaluateAll((fields) => fields.map((one) => one.getAttribute('name') ?? ''))
    for (const [at, name] of names.entries()) {
      const one = tom.locator(`[name="${name}"]`)
      const mended = field === 'email' ? `mended${at}@example.org` : value
      await ((await one.evaluate((element) => element.tagName)) === 'SELECT' ? one.selectOption({ label: mended }) : one.fill(mended))
    }
  }
  await press(tom, 'Look again')
  await expect(tom.getByText(/500 new, 0 changed, 0 the same/)).toBeSeen()
  await press(tom, /^Take in/)
  await until(tom, new URL(tom.url()).pathname, /500 new/)
  await tom.goto('/networks/haverstow-wedding-trades/members?words=Maker')
  await expect(tom.getByRole('link', { name: /^Maker \d/ }).first()).toBeSeen()
  await namesAreOffered()

  await tom.goto('/networks/haverstow-wedding-trades/import')
  await follow(tom, /makers\.csv/)
  await follow(tom, 'Take it all back')
  await press(tom, /Take/)
  await until(tom, new URL(tom.url()).pathname, /taken back/)
  await tom.reload()
  await expect(tom.getByText(/taken back/).first()).toBeSeen()
  await tom.goto('/networks/haverstow-wedding-trades/members?words=Maker')
  expect(await tom.getByRole('link', { name: /^Maker \d/ }).count()).toBe(0)
  await expect(heading(tom, 'Members')).toBeSeen()
})
