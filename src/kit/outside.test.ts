import dns from 'node:dns/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { callOutside, mayDial } from './outside.ts'
import { openReceiver, type Receiver } from './testing/receiver.ts'

let canary: Receiver
beforeAll(async () => { canary = await openReceiver() })
afterAll(() => canary.close())
afterEach(() => vi.restoreAllMocks())

const message = { method: 'POST', body: '{}', headers: {} } as const
const shut = () => ({ OUTSIDE_PRIVATE: false, OUTSIDE_CERTIFICATES: canary.certificates })
const open = () => ({ OUTSIDE_PRIVATE: true, OUTSIDE_CERTIFICATES: canary.certificates })

/** Ways in which people have written addresses of machines inside so that they look as if they were outside. */
function tricks(port: number): readonly string[] {
  const hosts = [
    'localhost', 'LOCALHOST', 'localhost.', 'localhost.localdomain', 'ip6-localhost', 'a.localhost', '127.0.0.1', '127.1', '127.0.1', '127.000.000.001', '0177.0.0.1', '0x7f.0.0.1', '0x7f000001', '2130706433', '017700000001', '127.0.0.1.', '127.127.127.127', '127.255.255.254',
    '0', '0.0.0.0', '00', '0x0', '0.0.0.1', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.1.254', '100.64.0.1', '100.127.255.255', '169.254.169.254', '169.254.0.1', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '169.254.169.254.',
    '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:0:127.0.0.1]',
    '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2002:7f00:0001::1]', '[2001::1]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[3fff::1]', '[fc00::1]', '[fd00::1]', '[fd12:3456:789a::1]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[ff02::1]', '[ff0e::1]',
    '[::ffff:169.254.169.254]', '[::ffff:a9fe:a9fe]', '[::ffff:10.0.0.1]', '[::ffff:192.168.0.1]', '[100::1]', '[4000::1]', '[8000::1]', '①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1', '127.0.0.１', 'ｌｏｃａｌｈｏｓｔ', 'loc%61lhost', '%31%32%37.0.0.1',
  ]
  return [
    ...hosts.map((host) => `https://${host}:${port}/hook`),
    ...['http', 'ftp', 'file', 'gopher', 'ws', 'wss', 'data', 'javascript', 'blob', 'dict', 'ldap', 'tftp', 'unix', 'HTTP'].map((scheme) => `${scheme}://127.0.0.1:${port}/hook`),
    `https://example.org@127.0.0.1:${port}/`, `https://user:secret@127.0.0.1:${port}/`, `https://127.0.0.1:${port}@localhost:${port}/`, `https://example.org:secret@localhost:${port}/`, `https://localhost:${port}#@example.org/`, `https://localhost:${port}?@example.org/`,
    `https://localhost:${port}\\@example.org/`, `https:\\\\localhost:${port}\\`, `https:///localhost:${port}/`, `https:localhost:${port}/`, ` https://localhost:${port}/`, `https://local\thost:${port}/`, `https://local\nhost:${port}/`, `\u0000https://localhost:${port}/`, `//localhost:${port}/`, `/hook`, '', 'https://', 'https://:443/',
    'https://127.0.0.1:0/', 'https://127.0.0.1:99999/', `https://localhost:${port}/${'x'.repeat(3_000)}`, 'https://[::1', 'https://[::1]]/', 'https://[::1%25lo]/', 'https://nothing.invalid/', 'https://a..b/', `https://localhost\u200b:${port}/`, `https://xn--/`,
  ]
}

test('of more than a hundred ways to name a machine inside, none reaches it', async () => {
  const all = tricks(canary.port)

  const outcomes = await Promise.all(all.map(async (address) => callOutside(address, message, shut()).then(() => 'reached', (error: Error) => error.name)))

  expect(all.length).toBeGreaterThan(120)
  expect(all.filter((_, at) => outcomes[at] !== 'NotOutside')).toEqual([])
  expect(canary.knocked()).toBe(0)
})

test('the same machine is reached where the host allows it, so the look above sees what it should', async () => {
  const { status } = await callOutside(`https://localhost:${canary.port}/hook`, message, open())

  expect(status).toBe(204)
  expect(canary.received.at(-1)?.path).toBe('/hook')
  for (const never of ['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255', 'fe80::1', '::', '64:ff9b::7f00:1']) expect(mayDial(never, open())).toBe(false)
  for (const fine of ['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450::1']) expect(mayDial(fine, shut())).toBe(true)
})

test('a name that means one machine when it is looked at and another when it is dialled is dialled where it was looked at', async () => {
  const before = canary.knocked()
  let asked = 0
  vi.spyOn(dns, 'lookup').mockImplementation((async () => { asked += 1; return asked === 1 ? [{ address: '127.0.0.2', family: 4 }] : [{ address: '127.0.0.1', family: 4 }] }) as unknown as typeof dns.lookup) // the outside world

  await expect(callOutside(`https://rebinding.example:${canary.port}/`, message, open())).rejects.toMatchObject({ code: 'ECONNREFUSED' })

  expect([canary.knocked(), asked]).toEqual([before, 1])
})

test('a name with one address inside among others outside is not called', async () => {
  vi.spyOn(dns, 'lookup').mockImplementation((async () => [{ address: '93.184.216.34', family: 4 }, { address: '127.0.0.1', family: 4 }]) as unknown as typeof dns.lookup) // the outside world

  await expect(callOutside(`https://two-faced.example:${canary.port}/`, message, shut())).rejects.toThrow('private network')
})

test('nobody is followed elsewhere, and nobody is listened to for ever', async () => {
  canary.answers(({ path }) => (path === '/moved' ? { status: 307, headers: { Location: `https://localhost:${canary.port}/elsewhere` } } : { status: 200, body: 'x'.repeat(2 * 1024 * 1024) }))

  const moved = await callOutside(`https://localhost:${canary.port}/moved`, message, open())
  await expect(callOutside(`https://localhost:${canary.port}/long`, message, open())).rejects.toThrow('one megabyte')

  expect(moved.status).toBe(307)
  expect(canary.received.some(({ path }) => path === '/elsewhere')).toBe(false)
})
