import { test, expect } from 'vitest'
import { openTestWeb } from './testing.ts'
import { makeWorld } from './testing/world.ts'
test('world', async () => {
  const t0 = performance.now()
  const web = await openTestWeb()
  const t1 = performance.now()
  const world = await makeWorld(web.town)
  const t2 = performance.now()
  console.log('open', t1 - t0, 'world', t2 - t1)
  for (const r of web.app.routes.filter((one) => one.method !== 'ALL')) console.log(r.method, r.path)
  const a = await web.get('/organisations/' + world.organisations.alder, { as: world.people.ann })
  console.log(a.status, a.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000))
  expect(a.status).toBe(200)
  await web.close()
}, 60000)
