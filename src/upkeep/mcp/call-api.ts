/** Asks the API as the person whose token it is; what comes back is plain data. A refusal is thrown with its sentence. */
export type CallApi = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>
