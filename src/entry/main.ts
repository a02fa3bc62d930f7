import { runCommand } from './cli.ts'

// Whoever listens may have heard enough, as with "guildhall settings | head".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exit(await runCommand(process.argv.slice(2))) // a timer of some library must not keep a house open that was asked to close

