import { codeList } from './code-list.js';

/** Is a service given at all? (HSDS service.status) */
export const serviceStatus = codeList('service-status', {
  active: { en: 'Active', id: 'Aktif' },
  inactive: { en: 'Inactive', id: 'Tidak aktif' },
  defunct: { en: 'No longer given', id: 'Sudah dihentikan' },
  'temporarily-closed': { en: 'Closed for now', id: 'Tutup sementara' },
});
