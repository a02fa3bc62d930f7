import { createContext } from 'react'

/** How deep the next heading stands: 2 right under the page's own, 3 inside a section. */
export const HeadingLevel = createContext<2 | 3>(2)
