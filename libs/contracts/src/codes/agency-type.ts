import { codeList } from './code-list.js';

/** Kinds of agency (maps to HTCDS org_Type). */
export const agencyType = codeList('agency-type', {
  'police-wcpu': { en: 'Police, women and children unit', id: 'Kepolisian, Unit PPA' },
  'police-regional': { en: 'Regional police', id: 'Kepolisian Daerah' },
  'municipal-order': { en: 'Municipal order police', id: 'Satpol PP' },
  'oversight-province': { en: 'Provincial child commission', id: 'KPPAD' },
  'oversight-city': { en: 'City child commission', id: 'KPAD/KPA Kota' },
  'uptd-ppa': { en: 'Women and child protection unit', id: 'UPTD PPA' },
  'social-service': { en: 'Social affairs office', id: 'Dinas Sosial' },
  'child-shelter': { en: 'Integrated child service centre / LPKS', id: 'PLAT / LPKS' },
  hospital: { en: 'Hospital, integrated crisis centre', id: 'Rumah sakit / PKT' },
  'primary-health': { en: 'Community health centre', id: 'Puskesmas' },
  probation: { en: 'Correctional (probation) office', id: 'Bapas' },
  prosecutor: { en: "Prosecutor's office", id: 'Kejaksaan' },
  court: { en: 'District court', id: 'Pengadilan Negeri' },
  'witness-victim-agency': { en: 'Witness and victim protection agency', id: 'LPSK' },
  'legal-aid': { en: 'Legal aid organisation', id: 'LBH' },
  'ngo-service': { en: 'Community service provider', id: 'Lembaga penyedia layanan berbasis masyarakat' },
  'education-office': { en: 'Education office / school', id: 'Dinas Pendidikan / sekolah' },
  'civil-registry': { en: 'Civil registration office', id: 'Disdukcapil' },
  'family-centre': { en: 'Family learning centre', id: 'Puspaga' },
  'hotline-national': { en: 'National hotline', id: 'SAPA 129' },
  'research-partner': { en: 'Research / prevention forum', id: 'Forum / perguruan tinggi' },
  'audit-body': { en: 'Inspectorate / external auditor', id: 'Inspektorat / auditor eksternal' },
});
