import { runCommand } from './cli.ts'

// Whoever listens may have heard enough, as with "guildhall settings | head".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2))
