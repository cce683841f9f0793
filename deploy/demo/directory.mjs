// @ts-check
import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const agencies = read('agencies.json');
export const services = read('services.json');

/** @param {string} code @returns {string} */
export function agencyId(code) {
  const agency = agencies.find((/** @type {any} */ one) => one.code === code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency.id;
}

/** @param {string} code @param {string} type @returns {string} */
export function serviceId(code, type) {
  const service = services.find((/** @type {any} */ one) => one.agencyCode === code && one.type === type);
  if (!service) throw new Error(`${code} has no service ${type}`);
  return service.id;
}

/**
 * Registers the agencies and what they offer, as the platform's administrator would.
 *
 * @param {ReturnType<import('./client.mjs').connect>} api
 */
export async function registerDirectory(api) {
  const admin = api.as('admin');
  for (const { id, ...agency } of agencies) await admin.put('referral', `/v1/agencies/${id}`, agency);
  for (const { id, agencyCode, ...service } of services) {
    await admin.put('referral', `/v1/services/${id}`, { ...service, agencyId: agencyId(agencyCode) });
  }
}
