import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readTables } from '../engine/evaluate/read-tables.ts'
import { barriersOn, stickingOut } from './harness/look.ts'
import { follow, linkIn, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A real network: a host brings in a part of a public register by page, and whoever coordinates one of its later projects finds partners
// for its text, writes a brief, builds a team and weighs line-ups; a program does the same with a token. The register is not part of the
// project: REGISTER names its folder, beside the project otherwise. Organisations in it are real, so no picture of this is kept.

const folder = resolve(process.env.REGISTER ?? join(import.meta.dirname, '../../shared/data/cordis'))
const isThere = existsSync(join(folder, 'projects.csv.gz')) || existsSync(join(folder, 'projects.csv'))
const PROJECTS = 300

/** A later project whose coordinator, a public body with a name, and most partners took part in the earlier ones, filed under three fields or more. */
function laterProject() {
  const { projects, members, organisations } = readTables(folder)
  const known = new Set(projects.slice(0, PROJECTS).flatMap(({ id }) => (members.get(id) ?? []).map(({ organisation }) => organisation)))
  const named = new Map(organisations.filter(({ name, type }) => name !== '' && ['HES', 'REC', 'PUB'].includes(type)).map((one) => [one.id, one]))
  const asked = projects.filter(({ split, tags }) => split === 'valid' && tags.length >= 3).flatMap((project) => {
    const took = members.get(project.id) ?? []
    const coordinator = named.get(took.find(({ role }) => role === 'coordinator')?.organisation ?? '')
    return coordinator && known.has(coordinator.id) ? [{ project, coordinator, count: took.filter(({ organisation }) => known.has(organisation)).length }] : []
  }).toSorted((a, b) => b.count - a.count)
  const [found] = asked
  if (!found) throw new Error('No later project of this register is coordinated by somebody of its first.')
  return found
}

test.skipIf(isThere)('the register is not beside the project, so its journey is left out: REGISTER=FOLDER names it', () => { expect(isThere).toBe(false) })

describe.runIf(isThere)('on a real network', () => {
  const house = useHouse({ settings: () => ({ REGISTERS_DIR: dirname(folder) }) })
  const { project, coordinator } = isThere ? laterProject() : { project: undefined as never, coordinator: undefined as never } // nothing below runs without it
  const text = isThere ? [project.title, project.topicTitle].filter(Boolean).join('. ') : ''
  const kept = { network: '', cookies: [] as Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> }
  const host = async () => {
    const page = await house.arrive()
    await page.context().addCookies(kept.cookies)
    return page
  }

  test('the host looks at what is in it, brings a part of it in, and is told what came and where to look', async () => {
    const page = await house.arrive()
    await startMine(page)
    kept.cookies = await page.context().cookies()
    await page.goto('/upkeep/health')
    await follow(page, 'Bring in a register')
    await page.getByLabel('A folder on this machine').selectOption(basename(folder))
    await write(page, { 'Only the first projects': String(PROJECTS) })
    expect(await barriersOn(page)).toEqual([])
    await press(page, 'Look at it')
    await untilThere(page, 'What would come in')
    await expect(page.getByText('finished projects that come after those you asked for', { exact: false })).toBeSeen()
    expect([...await barriersOn(page), ...await stickingOut(page)]).toEqual([])

    await write(page, { 'Its name': 'Funded together', 'What it is for': 'Organisations that worked together on funded projects' })
    await press(page, 'Bring it in')
    await untilThere(page, 'Where to look')
    await expect(page.getByText(/members, .* claims and 300 finished jobs are new\./)).toBeSeen()
    await follow(page, 'Members of Funded together')
    kept.network = new URL(page.url()).pathname.split('/')[2] ?? ''
    await write(page, { 'Name or trade': coordinator.name })
    await press(page, 'Show them')
    await follow(page, new RegExp(`^${RegExp.escape(coordinator.name)}$`, 'i')) // written as in a letter, where the register shouts
    await follow(page, 'Give them a claim link')
    await press(page, 'Make the link')
    await page.goto(await linkIn(page, 'Claim link'))
    await press(page, 'Yes, this is ours')
    await expect(page.getByText('Welcome. You act for it from now on.')).toBeSeen()
  })

  test('its coordinator finds partners for the text, with reasons, writes a brief, builds a team and asks what if', async () => {
    const page = await host()
    await page.goto(`/find?network=${kept.network}`)
    await page.getByLabel('What are you looking for?').fill(text.slice(0, 500))
    await page.getByRole('main').getByRole('button', { name: 'Find', exact: true }).click()
    await expect(page.getByRole('article').first()).toBeSeen()
    await expect(page.getByRole('article').first().getByText(/reason/)).toBeSeen()
    expect([...await barriersOn(page), ...await stickingOut(page)]).toEqual([])

    await page.goto(`/networks/${kept.network}/briefs/readings`)
    await write(page, { 'Its words': `${project.title}\n\n${project.topicTitle}\n\nScope of work\n${project.tags.slice(0, 5).map((tag, at) => `${at + 1}. ${tag}`).join('\n')}\n` })
    await press(page, 'Read it')
    await write(page, { 'Answer by': new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) })
    await press(page, 'Make the draft')
    await press(page, 'Publish it')
    await follow(page, 'Build a team for it')
    await press(page, 'Start the team')
    await follow(page, 'Propose teams')
    await expect(page.getByRole('article').first()).toBeSeen()
    expect([...await barriersOn(page), ...await stickingOut(page)]).toEqual([])
    await press(page, /^Take this into the line-up/)
    await press(page, 'Try another')
    await expect(page.getByRole('link', { name: 'Line-up B' })).toBeSeen()
    await follow(page, /^Remove/)
    await press(page, 'Remove, and do not propose them again')
    await expect(page.getByText(/^\d+\. .* is not to be in$/)).toBeSeen()
    await follow(page, 'Line-up A')
    await expect(page.getByText(/^\d+\. A proposal taken$/)).toBeSeen()
  })

  test('a program does all of it with a token', async () => {
    const page = await host()
    await page.goto('/tokens')
    await write(page, { 'What it is for': 'The night shift' })
    for (const scope of ['Change what I may change', 'Tend the house, where I host it']) await page.getByLabel(scope).check()
    await press(page, 'Make a token')
    const token = await linkIn(page, 'The token')
    const ask = async (method: string, path: string, json?: object) => {
      const answer = await fetch(`${house.address}/api/v1${path}`, { method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, ...(json && { body: JSON.stringify(json) }) })
      const said: unknown = answer.status === 204 ? undefined : await answer.json()
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(said)}`)
      return said as never // what each is, the house's own description says; what is read of it is asked for below
    }

    const { folders } = await ask('GET', '/registers') as { folders: string[] }
    expect(folders).toContain(basename(folder))
    const { registers } = await ask('GET', '/registers') as { registers: { is: string; work: string }[] }
    expect(registers).toMatchObject([{ is: 'in', found: { comeIn: PROJECTS } }])
    expect(await ask('GET', `/work/${registers[0]?.work ?? ''}`)).toMatchObject({ is: 'finished' })

    const fits = await ask('GET', `/networks/${kept.network}/fits?limit=5&want=${encodeURIComponent(text.slice(0, 500))}`) as { suggestions: { name: string; why: { says: string }[] }[] }
    expect(fits.suggestions).toHaveLength(5)
    expect(fits.suggestions[0]?.why.length).toBeGreaterThan(0)
    const { networks } = await ask('GET', '/networks') as { networks: { id: string; slug: string }[] }
    const network = networks.find(({ slug }) => slug === kept.network)?.id
    const brief = await ask('POST', `/networks/${kept.network}/briefs`, { title: project.title.slice(0, 140), says: text, answerBy: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10), parts: project.tags.slice(0, 5).map((tag) => ({ says: tag, wants: tag })) }) as { id: string }
    await ask('POST', `/networks/${kept.network}/briefs/${brief.id}/publication`)
    const team = await ask('POST', '/teams', { network, brief: brief.id }) as { id: string }
    const { lineUps } = await ask('GET', `/teams/${team.id}/line-ups`) as { lineUps: { id: string }[] }
    const line = lineUps[0]?.id ?? ''
    const { proposals } = await ask('GET', `/teams/${team.id}/line-ups/${line}/proposals`) as { proposals: { members: { organisation: string }[] }[] }
    const members = proposals[0]?.members.map(({ organisation }) => organisation) ?? []
    expect(members.length).toBeGreaterThan(1)
    expect(await ask('POST', `/teams/${team.id}/line-ups/${line}/steps`, { do: 'take', members })).toMatchObject({ members: expect.arrayContaining(members) as unknown })
    const other = await ask('POST', `/teams/${team.id}/line-ups`, { from: line }) as { id: string }
    const { lead } = await ask('GET', `/teams/${team.id}`) as { lead: string }
    const away = members.find((one) => one !== lead) // the lead stays, whatever is tried
    expect(await ask('POST', `/teams/${team.id}/line-ups/${other.id}/steps`, { do: 'ban', organisation: away })).toMatchObject({ banned: [away] })
    expect((await ask('GET', `/teams/${team.id}/line-ups`) as { lineUps: object[] }).lineUps).toHaveLength(2)
  })

  /** Long work goes on while one looks again. */
  async function untilThere(page: Page, title: string): Promise<void> {
    const there = page.getByRole('heading', { name: title, exact: true })
    await expect.poll(async () => { if (await there.count() === 0) await page.reload(); return there.count() }, { timeout: 240_000, interval: 1_000 }).toBe(1)
  }
})
