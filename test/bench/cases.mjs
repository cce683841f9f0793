// @ts-check
// Cases as the referral service knows them, made by the thousand in its database; ids follow from their number.
import { createHash } from 'node:crypto';

/** A UUID of version 8 (RFC 9562 section 5.8), the digest of its number. @param {number} n @returns {string} */
export function caseIdOf(n) {
  const hex = createHash('md5').update(`bench case ${n}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}

/** The same id in SQL. @param {string} n an SQL expression */
export const caseIdSql = (n) =>
  `overlay(overlay(md5('bench case ' || ${n}) placing '8' from 13) placing 'a' from 17)::uuid`;

/**
 * Adds cases `from`..`to` in the custody of one agency.
 *
 * @param {import('pg').Client} owner a connection that row security does not bind
 * @param {{ from: number, to: number, agencyId: string }} cases
 */
export async function addCases(owner, { from, to, agencyId }) {
  await owner.query(
    `insert into custody_period (case_id, epoch, agency_id, since)
     select ${caseIdSql('n')}, 1, $3, now() from generate_series($1::int, $2::int) n`,
    [from, to, agencyId],
  );
  await owner.query(
    `insert into case_custody (case_id, case_number, custodian_agency_id, epoch, risk_level, age_band, sex, area_code, languages, has_disability)
     select ${caseIdSql('n')}, 'K-' || lpad(n::text, 8, '0') || '-0', $3, 1, 'high', '13-15', 'female', '61.71.01', '{id}', false
       from generate_series($1::int, $2::int) n`,
    [from, to, agencyId],
  );
  await owner.query('vacuum analyze case_custody, custody_period');
}
