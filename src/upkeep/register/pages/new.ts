/** What the form says for a network that is not there yet; no address of a network has a space. */
export const NEW = 'a new one'
