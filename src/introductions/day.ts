/** A day in the middle of a sentence: "3 March 2028". */
export function dayInSentence(day: Date): string {
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' })
}
