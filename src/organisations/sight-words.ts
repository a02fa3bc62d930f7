/** Who may see a thing, from the narrowest to the widest. What the words mean is said in `src/networks/sight.ts`. */
export const SIGHT_WORDS = ['only_us', 'partners', 'network', 'anyone'] as const
export type Sight = (typeof SIGHT_WORDS)[number]

/** As choices on a form. */
export const SIGHT_CHOICES: readonly { value: Sight; label: string; hint: string }[] = [
  { value: 'only_us', label: 'Only us', hint: 'You and your colleagues.' },
  { value: 'partners', label: 'Our partners', hint: 'Organisations you count as partners, and you.' },
  { value: 'network', label: 'Our networks', hint: 'Members and organisers of the networks you belong to, and your partners.' },
  { value: 'anyone', label: 'Anyone', hint: 'Also people who are not signed in, and search engines.' },
]

/** As the line that says who will see it. */
export const SEEN_BY: Readonly<Record<Sight, string>> = {
  only_us: 'Only you and your colleagues',
  partners: 'You and your partners',
  network: 'Members of your networks',
  anyone: 'Anyone',
}

/** A column checked by the database to hold one of the four. */
export function asSight(word: string): Sight {
  return word as Sight
}
