import { all, announce, metOnce } from './page.ts'

const AGAIN_AFTER = 2000
const TIRED_AFTER = 10_000
const isNew = metOnce()

type Frame = HTMLElement & { src: string | null; reload(): Promise<void>; loaded: Promise<void> }

/** Long work is asked about every two seconds, more slowly when the house does not answer, and not while nobody looks. */
export function startJobs(): void {
  all<Frame>('turbo-frame[data-poll]').filter(isNew).forEach((frame) => void follow(frame))
}

async function follow(frame: Frame): Promise<void> {
  let wait = AGAIN_AFTER
  while (frame.isConnected && frame.dataset.poll) {
    await new Promise((done) => { setTimeout(done, wait) })
    if (document.hidden || !frame.isConnected) continue
    if (frame.contains(document.activeElement) && document.activeElement?.matches('button')) continue
    wait = await refresh(frame) ? AGAIN_AFTER : TIRED_AFTER
  }
}

/** Puts the job's own words in place of the old ones, and says aloud when the stage has changed. */
async function refresh(frame: Frame): Promise<boolean> {
  try {
    const answer = await fetch(frame.dataset.poll ?? '', { headers: { Accept: 'text/html', 'Turbo-Frame': frame.id } })
    if (!answer.ok) return false
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(frame.id)
    if (!fresh || !frame.isConnected) return Boolean(fresh)
    if (fresh.dataset.said && fresh.dataset.said !== frame.dataset.said) announce(fresh.dataset.said)
    frame.dataset.said = fresh.dataset.said ?? ''
    if (fresh.dataset.poll) frame.dataset.poll = fresh.dataset.poll
    else delete frame.dataset.poll
    frame.replaceChildren(...fresh.childNodes)
    return true
  } catch {
    return false
  }
}
