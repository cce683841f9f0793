import { SetMetadata } from '@nestjs/common';

/** Key of the metadata that holds a timer's interval. */
export const everyMetadata = 'rujukan:every';

/**
 * Marks a method of a `*.timer.ts` provider as a timer: it runs at start and then each `ms` milliseconds, in one
 * worker of the service at a time. It must be safe to run twice.
 */
export const Every = (ms: number): MethodDecorator => SetMetadata(everyMetadata, ms);
