import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { troubleFrom } from './errors.ts'
import { passOn } from './log.ts'
import type { Log } from './log.ts'
import { clearOrphan, stopProcess } from './orphan.ts'
import { environment } from './run.ts'
import type { Runner } from './run-as.ts'

export type Ground = { readonly cluster: string; readonly sockets: string; readonly binaries: Binaries; readonly runner: Runner; readonly log: Log }

export type Server = {
  readonly pid: number
  /** Fulfilled when it has ended, for whatever reason, with its last words. */
  readonly ended: Promise<string>
  readonly foundOrphan: boolean
  stop(): Promise<void>
}

type StartOptions = { readonly removeAtEnd?: string; readonly signal?: AbortSignal }

/** Starts the server on its folder and answers when it takes connections. Called off, it stops what it started. */
export async function startServer(ground: Ground, { removeAtEnd, signal }: StartOptions = {}): Promise<Server> {
  let foundOrphan = false
  for (let attempt = 1; ; attempt++) {
    foundOrphan = (await clearOrphan(ground.cluster, ground.sockets, ground.log)) || foundOrphan
    const { child, lastWords, ended } = launch(ground)
    const watch = child.pid === undefined ? undefined : watchOver(child.pid, ground.cluster, removeAtEnd)
    void ended.then(() => watch?.kill('SIGKILL'))
    const pid = child.pid ?? 0
    const stop = () => stopProcess(pid, () => child.exitCode !== null || child.signalCode !== null)
    if (await isReady(child, ground, ended, signal)) return { pid, ended, foundOrphan, stop }
    if (signal?.aborted) await stop()
    signal?.throwIfAborted()
    // Helpers of a server that was killed may take a moment to notice and go.
    const passing = /shared memory block|lock file/.test(lastWords())
    if (!passing || attempt === 40) throw troubleFrom('start', ground.cluster, lastWords())
    await pause(50)
  }
}

function launch({ cluster, sockets, binaries, runner, log }: Ground) {
  const sockets_ = `unix_socket_directories="${sockets.replaceAll('"', '""')}"`
  const { file, args, ...as } = runner.wrap(join(binaries.bin, 'postgres'), ['-D', cluster, '-c', sockets_])
  // A session of its own: Ctrl-C in a terminal is for us, and we stop the database last.
  const child = spawn(file, args, { ...as, cwd: dirname(cluster), env: environment(binaries), detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const words: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    passOn(log, line)
    words.push(line)
    if (words.length > 8) words.shift()
  })
  const lastWords = () => words.filter((line) => /FATAL|PANIC|ERROR|error/.test(line)).join(' ') || (child.signalCode ? `It was ended by ${child.signalCode}.` : '')
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => {
      words.push(String(error))
      resolve(lastWords())
    })
    // Its helpers keep the pipe open until they go, so the last line may need a moment, but is not worth more.
    child.on('exit', () => void Promise.race([once(child, 'close'), pause(200)]).then(() => resolve(lastWords())))
  })
  return { child, lastWords, ended }
}

/** The server writes "ready" as the eighth line of its pid file once it takes connections. */
async function isReady(child: ChildProcess, { cluster, log }: Ground, ended: Promise<string>, signal?: AbortSignal): Promise<boolean> {
  let over = false
  void ended.then(() => (over = true))
  const began = performance.now()
  for (let said = false; !over && !signal?.aborted; ) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true
    if (!said && performance.now() - began > 10_000) {
      log.info('The database is still getting ready; after a crash it first repairs itself, which can take minutes.')
      said = true
    }
    await Promise.race([pause(10), ended])
  }
  return false
}

/**
 * If we are killed, nobody is left to stop the server. This shell waits on a pipe that only we hold open; when it
 * closes, however we ended, the shell asks the server to stop, having looked that the number is still the server's.
 */
function watchOver(pid: number, cluster: string, removeAtEnd = ''): ChildProcess {
  const script = `read -r _
[ "$(head -n 1 "$1/postmaster.pid")" = "$2" ] && kill -INT "$2"
if [ -n "$3" ]; then while kill -0 "$2"; do sleep 0.1; done; rm -rf -- "$3"; fi`
  const watch = spawn('/bin/sh', ['-c', script, 'sh', cluster, String(pid), removeAtEnd], { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] })
  watch.on('error', () => {}) // without it an orphan is still found at the next start
  watch.unref()
  const pipe = watch.stdin as Socket // a pipe to a child is a socket, which may be let go of
  pipe.on('error', () => {})
  pipe.unref()
  return watch
}
