/** The part of the package that works out the pattern; its types speak of the whole only. */
declare module 'qrcode/lib/core/qrcode.js' {
  import type { create } from 'qrcode'

  const core: { readonly create: typeof create }
  export default core
}
