import { Global, Module, type DynamicModule } from '@nestjs/common';
import { FileKeyVault } from './file-key-vault.js';
import { Sealer } from './sealer.js';

export interface SealingOptions {
  readonly service: string;
  /** File of the key-encryption key; made at first start. */
  readonly kekFile: string;
}

/** Gives an app its `Sealer`. */
@Global()
@Module({})
export class SealingModule {
  static forRoot({ service, kekFile }: SealingOptions): DynamicModule {
    return {
      module: SealingModule,
      providers: [
        {
          provide: Sealer,
          useFactory: async () => new Sealer(service, await FileKeyVault.open(kekFile)),
        },
      ],
      exports: [Sealer],
    };
  }
}
