import type { Day, Town } from './types.ts'

/**
 * The same town, on another day: every date moves by the same whole number of weeks, so Saturdays stay Saturdays.
 * The town's new "today" is the last Tuesday on or before the day asked for.
 */
export function moveTown(town: Town, today: Day): Town {
  const weeks = Math.floor((daysOf(today) - daysOf(town.today)) / 7)
  return JSON.parse(JSON.stringify(town), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? later(value, weeks * 7) : value) as Town // same shape, by construction
}

function later(day: Day, days: number): Day {
  return new Date((daysOf(day) + days) * 86_400_000).toISOString().slice(0, 10)
}

function daysOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
