/** Words as people wrote them: a blank line begins a new paragraph, a single one a new line. */
export function Paragraphs({ text, className }: { text: string | undefined; className?: string }) {
  if (!text) return null
  const paragraphs = text.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean)
  return (
    <div className={className ? `face-words ${className}` : 'face-words'}>
      {paragraphs.map((paragraph, at) => <p key={at}>{paragraph}</p>)}
    </div>
  )
}
