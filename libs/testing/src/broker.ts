import { backing } from './config.js';

/** Address list of the real Kafka broker that tests share: name topics and groups so that suites do not meet. */
export const testBroker = (): string => backing().brokers;
