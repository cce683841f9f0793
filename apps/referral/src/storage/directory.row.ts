import type { agencyType, capacityStatus, CodeOf, ServiceType } from '@rujukan/contracts';
import { EntitySchema } from 'typeorm';

// The keys of a row are the names of its columns, so that an entity and plain SQL give the same shape.

export interface AgencyRow {
  id: string;
  code: string;
  name: string;
  type: CodeOf<typeof agencyType>;
  area_code: string | null;
  version: number;
}

export const agencyRow = new EntitySchema<AgencyRow>({
  name: 'agency',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text', unique: true },
    name: { type: 'text' },
    type: { type: 'text' },
    area_code: { type: 'text', nullable: true },
    version: { type: 'int', default: 1 },
  },
});

export interface ServiceRow {
  id: string;
  agency_id: string;
  type: ServiceType;
  name: string;
  capacity_status: CodeOf<typeof capacityStatus>;
  capacity_available: number | null;
  capacity_maximum: number | null;
  version: number;
}

export const serviceRow = new EntitySchema<ServiceRow>({
  name: 'service',
  columns: {
    id: { type: 'uuid', primary: true },
    agency_id: { type: 'uuid' },
    type: { type: 'text' },
    name: { type: 'text' },
    capacity_status: { type: 'text' },
    capacity_available: { type: 'int', nullable: true },
    capacity_maximum: { type: 'int', nullable: true },
    version: { type: 'int', default: 1 },
  },
});
