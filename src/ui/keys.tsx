export type Key = { keys: readonly string[]; does: string }

const EVERYWHERE: readonly Key[] = [
  { keys: ['Ctrl', 'K'], does: 'Find or do anything (on a Mac: Cmd and K)' },
  { keys: ['?'], does: 'Show this list' },
  { keys: ['Esc'], does: 'Close what is open' },
  { keys: ['Tab'], does: 'Go to the next thing' },
]

const IN_AN_INBOX: readonly Key[] = [
  { keys: ['A'], does: 'Accept' },
  { keys: ['Q'], does: 'Ask' },
  { keys: ['P'], does: 'Pass on' },
  { keys: ['D'], does: 'Decline kindly' },
  { keys: ['S'], does: 'Later' },
]

/** The list of keys, under "?". */
export function KeysDialog() {
  return (
    <dialog className="keys-dialog" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <Keys />
      <div className="option">
        <input type="checkbox" id="single-keys" data-single-keys defaultChecked />
        <label htmlFor="single-keys">Use single-letter keys</label>
      </div>
      <form method="dialog"><button className="button quiet">Close</button></form>
    </dialog>
  )
}

/** Which key does what; also for the help page. */
export function Keys({ everywhere = EVERYWHERE, inbox = IN_AN_INBOX }: { everywhere?: readonly Key[]; inbox?: readonly Key[] }) {
  return (
    <>
      <KeyList title="Everywhere" keys={everywhere} />
      {inbox.length > 0 && <KeyList title="In an inbox, while a card has focus" keys={inbox} />}
    </>
  )
}

function KeyList({ title, keys }: { title: string; keys: readonly Key[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl className="keys">
        {keys.map(({ keys: pressed, does }) => <div key={does}><dt>{pressed.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{does}</dd></div>)}
      </dl>
    </>
  )
}
