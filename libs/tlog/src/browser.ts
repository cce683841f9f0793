// What a browser loads: the same as the index, with nothing of Node.
export { nobleCrypto } from './noble-crypto.js';
export { toBase64, toHex } from './bytes.js';
export { formatVerifierKey } from './keys.js';
export { parsePolicy } from './policy.js';
export { checkReceipt, roleOf } from './receipt.js';
export type { CheckedReceipt, ProvedReceipt, ReceiptFiles } from './receipt.js';
export { verifyProof } from './trust.js';
