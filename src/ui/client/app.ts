/**
 * All script there is. Every page works without it; it saves a reload here and a hand's movement there. Each part
 * below looks for its own attributes, once for the page it starts on and again after every visit.
 */
import { config } from '@hotwired/turbo'
import { forgetOnSignOut, startAutosave } from './autosave.ts'
import { startCopying } from './copy.ts'
import { startCounting } from './count.ts'
import { landFocus, startProblemLinks, startSkipping } from './focus.ts'
import { startIslands } from './islands.ts'
import { startJobs } from './jobs.ts'
import { startKeys } from './keys.ts'
import { startMenus } from './menus.ts'
import { startNames } from './names.ts'
import { startPalette } from './palette.ts'
import { startArrowsOnMaps, startPictureLinks } from './pictures.ts'
import { startKeepingPlace } from './place.ts'
import { startPasswords } from './passwords.ts'
import { startTheme } from './theme.ts'
import { startToasts } from './toasts.ts'

// A button that is on its way keeps its focus; pressing it again does nothing.
config.forms.submitter = 'aria-disabled'

startMenus()
startPalette()
startKeys()
startCopying()
startTheme()
startProblemLinks()
startSkipping()
startKeepingPlace()
forgetOnSignOut()
startPictureLinks()
startArrowsOnMaps()

const eachPage = [startToasts, startJobs, startPasswords, startCounting, startAutosave, startNames, startIslands]
for (const start of eachPage) start()

document.addEventListener('turbo:render', () => {
  landFocus()
  for (const start of eachPage) start()
})
