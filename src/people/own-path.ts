/** Where to go afterwards: a path of our own, or `otherwise`. An address elsewhere, however it is disguised, is never followed. */
export function ownPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || text.length > 1000 || !text.startsWith('/') || /^\/[/\\]/.test(text) || /[\\\u0000-\u001f\u007f]/.test(text)) return otherwise
  const here = 'http://here.invalid'
  const url = URL.parse(text, here)
  return url?.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : otherwise
}
