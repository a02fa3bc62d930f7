import { setTimeout as pause } from 'node:timers/promises'

/** Looks again and again until it is so, or gives up after `patience` milliseconds. */
export async function until(isSo: () => boolean | Promise<boolean>, patience: number, every = 10): Promise<boolean> {
  const deadline = performance.now() + patience
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await pause(every)
  }
  return true
}
