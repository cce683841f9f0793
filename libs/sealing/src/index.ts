export { SealBroken } from './aead.js';
export { dataKeyTable, destroyableDataKeys } from './data-key-table.js';
export { destroyDataKeys } from './destroy-data-keys.js';
export { FileKeyVault } from './file-key-vault.js';
export type { KeyVault, WrappedKey } from './key-vault.js';
export { Sealer } from './sealer.js';
export type { Place } from './sealer.js';
export { SealingModule } from './sealing.module.js';
export type { SealingOptions } from './sealing.module.js';
