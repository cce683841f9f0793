import { backing } from './config.js';

/** Addresses of the real Kafka broker that tests share: name topics and groups so that suites do not meet. */
export const testBroker = (): readonly string[] => backing().brokers.split(',');
