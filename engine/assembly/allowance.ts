/** How long a search may go on: a clock if the caller brings one, a count of steps if not. The engine itself has neither. */
export type Clock = () => number

export type Allowance = {
  /** Counts `steps` and says whether it is time to stop. Once spent it stays spent. */
  readonly spend: (steps: number) => boolean
  readonly isSpent: () => boolean
  /** A smaller allowance inside this one: `share` of what is left, from above 0 to 1. */
  readonly share: (share: number) => Allowance
}

/** One step is one bound, roughly a third of a microsecond. Looking at the clock costs about as much as 50 of them. */
const STEPS_PER_LOOK = 200

/**
 * Allows `milliseconds` by the caller's clock, or, without a clock, so many steps that the answer is the same on every machine.
 * @example allowanceOf({ steps: 2 }).spend(3) // true
 */
export function allowanceOf({ now, milliseconds = 200, steps = 400_000 }: { now?: Clock; milliseconds?: number; steps?: number }): Allowance {
  return now ? byClock(now, now() + milliseconds) : bySteps(steps, () => false, () => {})
}

function byClock(now: Clock, until: number): Allowance {
  let sinceLook = 0
  let spent = false
  return {
    spend(steps) {
      sinceLook += steps
      if (spent || sinceLook < STEPS_PER_LOOK) return spent
      sinceLook = 0
      // A clock that fails to give a number stops the search rather than letting it run for ever.
      spent = !(now() < until)
      return spent
    },
    isSpent: () => spent,
    share: (share) => byClock(now, until - (until - now()) * (1 - share)),
  }
}

function bySteps(limit: number, outerSpent: () => boolean, tellOuter: (steps: number) => void): Allowance {
  let used = 0
  const isSpent = () => used >= limit || outerSpent()
  const spend = (steps: number) => {
    used += steps
    tellOuter(steps)
    return isSpent()
  }
  return { spend, isSpent, share: (share) => bySteps((limit - used) * share, isSpent, (steps) => void spend(steps)) }
}
