/** Brings every room's jobs and ears to life: importing them registers what they do on news and by the clock. */
import '../asks/jobs.ts'
import '../people/index.ts'
import '../networks/index.ts'
import '../answers/index.ts'
import '../answers/public/index.ts'
import '../upkeep/index.ts'
