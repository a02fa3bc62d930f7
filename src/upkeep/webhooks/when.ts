import { when } from '../../kit/when.ts'
import { dataOf, EVENT_NAMES, EVENTS, type Told } from './events.ts'
import { addDeliveries, concerned, listListening } from './store.ts'

/** Puts news in line for every address that asked for it and may hear of it. */
for (const name of EVENT_NAMES) {
  when(name, `webhooks: pass on ${name}`, async (tx, { id, at, news }) => {
    const told: Told = EVENTS[name]
    const facts = news as unknown as Readonly<Record<string, unknown>> // every event is a flat record of ids and words
    const organisations = [...told.organisations.flatMap((key) => [facts[key]].flat().map(String)), ...(told.ask ? await concerned(tx, told.ask, facts) : [])]
    const listening = await listListening(tx, name, organisations, told.network ? String(facts['network']) : undefined, at)
    await addDeliveries(tx, listening, { event: id, name, at, data: dataOf(name, facts) })
  })
}
