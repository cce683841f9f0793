const day = 86_400_000;

/** A consent as it is put on record by the custodian: of the mother, for a month; say only what matters. */
export const aConsent = (more: Record<string, unknown>, from: Date) => ({
  isGiven: true,
  givenBy: 'by-parent',
  relation: 'mother',
  childAssent: 'given',
  purposes: ['service-provision'],
  told: [],
  fieldGroups: ['identity', 'residence', 'guardian', 'police-report-number', 'needs', 'safety'],
  text: { language: 'id', version: 1 },
  form: 'written',
  evidence: 'Lemari berkas 1',
  validFrom: new Date(from.getTime() - 60 * day).toISOString(),
  validTo: new Date(from.getTime() + 60 * day).toISOString(),
  ...more,
});
