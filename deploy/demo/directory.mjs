// @ts-check
import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const agencies = read('agencies.json');
export const services = read('services.json');
const agreements = read('agreements.json');
const locations = read('locations.json');

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

const dayMs = 86_400_000;

/** The day on which the stories end; the days of agreements are written for it. */
const storyDay = Date.UTC(2025, 10, 3);

/**
 * A day of an agreement, as far from the anchor as it is from the day on which the stories end.
 *
 * @param {string} day @param {Date} anchor
 */
export function shifted(day, anchor) {
  const days = Math.floor(anchor.getTime() / dayMs) - storyDay / dayMs;
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * Registers the agencies, what they offer and what binds them, as the platform's administrator would; where services are
 * given the agencies say themselves.
 *
 * @param {ReturnType<import('./client.mjs').connect>} api
 * @param {Date} [anchor] when the stories end; now unless said otherwise
 */
export async function registerDirectory(api, anchor = new Date()) {
  const admin = api.as('admin');
  for (const { id, ...agency } of agencies) await admin.put('referral', `/v1/agencies/${id}`, agency);
  for (const { id, agencyCode, ...service } of services) {
    await admin.put('referral', `/v1/services/${id}`, { ...service, agencyId: agencyId(agencyCode) });
  }
  for (const { id, parties, ...agreement } of agreements) {
    const bound = parties.map((/** @type {any} */ party) => ({
      agencyId: agencyId(party.agencyCode),
      validFrom: shifted(party.validFrom, anchor),
      validUntil: shifted(party.validUntil, anchor),
    }));
    await admin.put('referral', `/v1/agreements/${id}`, { ...agreement, parties: bound });
  }
  for (const { id, registeredBy, agencyCode, serviceTypes, ...location } of locations) {
    const serviceIds = serviceTypes.map((/** @type {string} */ type) => serviceId(agencyCode, type));
    await api.as(registeredBy).put('referral', `/v1/locations/${id}`, { ...location, serviceIds });
  }
}
