// @ts-check
import { fetchOnce } from './foundations.mjs';
import { install } from './install.mjs';
import { checkPrerequisites } from './prerequisites.mjs';

/**
 * What must be on the machine before a stack can start. Kafka and Keycloak are fetched while npm installs.
 * @param {{ isThrowAway: boolean }} options
 */
export async function prepare(options) {
  await checkPrerequisites();
  void fetchOnce(options);
  await install();
}
