import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

type Bent = {
  /** Where the browser says it is; a phishing page would be elsewhere. */
  origin?: string
  challenge?: string
  /** False: touched, but no finger, face or PIN was asked for. */
  verified?: boolean
  counter?: number
}

const FLAGS = { present: 0x01, verified: 0x04, hasKey: 0x40 }

/** A device with one passkey, as the browser and its authenticator would behave: ES256, no attestation, a counter that grows. */
export class Authenticator {
  readonly credential = randomBytes(32)
  readonly key: KeyObject
  readonly publicJwk: { x?: string; y?: string }
  counter = 0
  readonly origin: string

  constructor(origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = pair.privateKey
    this.publicJwk = pair.publicKey.export({ format: 'jwk' })
    this.origin = origin
  }

  create(options: PublicKeyCredentialCreationOptionsJSON, bent: Bent = {}): RegistrationResponseJSON {
    const clientData = this.#clientData('webauthn.create', bent.challenge ?? options.challenge, bent)
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credential.length)
    const coordinate = (text = '') => Buffer.from(text, 'base64url')
    const cose = cbor(new Map<number, number | Buffer>([[1, 2], [3, -7], [-1, 1], [-2, coordinate(this.publicJwk.x)], [-3, coordinate(this.publicJwk.y)]]))
    const authData = Buffer.concat([this.#head(options.rp.id ?? '', bent, FLAGS.hasKey), Buffer.alloc(16), length, this.credential, cose])
    const attestation = cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', new Map<string, Cbor>()], ['authData', authData]]))
    return {
      id: this.credential.toString('base64url'), rawId: this.credential.toString('base64url'), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: clientData.toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal'] },
    }
  }

  get(options: PublicKeyCredentialRequestOptionsJSON, bent: Bent = {}): AuthenticationResponseJSON {
    const clientData = this.#clientData('webauthn.get', bent.challenge ?? options.challenge, bent)
    const authData = this.#head(options.rpId ?? '', bent)
    const signature = sign('sha256', Buffer.concat([authData, createHash('sha256').update(clientData).digest()]), this.key)
    return {
      id: this.credential.toString('base64url'), rawId: this.credential.toString('base64url'), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: clientData.toString('base64url'), authenticatorData: authData.toString('base64url'), signature: signature.toString('base64url') },
    }
  }

  #clientData(type: string, challenge: string, { origin = this.origin }: Bent): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #head(rpId: string, { verified = true, counter }: Bent, more = 0): Buffer {
    const head = Buffer.alloc(37)
    createHash('sha256').update(rpId).digest().copy(head)
    head[32] = FLAGS.present | (verified ? FLAGS.verified : 0) | more
    head.writeUInt32BE(counter ?? (this.counter += 1), 33)
    return head
  }
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** As much of CBOR as an authenticator speaks. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? start(0, value) : start(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([start(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([start(2, value.length), value])
  return Buffer.concat([start(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

function start(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  return count < 256 ? Buffer.from([(major << 5) | 24, count]) : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}
