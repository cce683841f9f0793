import type {
  ageCertainty,
  CodeOf,
  contributingFactor,
  exploitationType,
  immediateSafety,
  intakeChannel,
  modus,
  offenderRelationship,
  placeType,
  platformCategory,
  RegionCode,
  reporterRole,
  sex,
} from '@rujukan/contracts';

export interface Place {
  readonly type: CodeOf<typeof placeType>;
  readonly areaCode?: RegionCode;
  readonly description?: string;
}

/** How to reach the reporter; stays with the agency that triages. */
export interface ReporterContact {
  readonly name?: string;
  /** E.164. */
  readonly phone?: string;
  readonly note?: string;
}

export interface Guardian {
  readonly name?: string;
  readonly relationship?: CodeOf<typeof offenderRelationship>;
  readonly isSuspect: boolean;
}

/** A child as reported: little may be known, and nothing is required but what keeps the child safe. */
export interface ReportedChild {
  readonly name?: string;
  readonly sex: CodeOf<typeof sex>;
  /** Date without time, `2010-03-14`. */
  readonly birthDate?: string;
  /** Years. */
  readonly statedAge?: number;
  readonly ageCertainty: CodeOf<typeof ageCertainty>;
  readonly nik?: string;
  readonly residence?: { readonly areaCode?: RegionCode; readonly address?: string };
  readonly guardian?: Guardian;
  readonly currentLocation?: string;
  /** ISO 639. */
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
}

/** What happened, in codes: holds no identity and no story. */
export interface Circumstances {
  readonly channel: CodeOf<typeof intakeChannel>;
  readonly occurredAt?: Date;
  readonly immediateSafety: CodeOf<typeof immediateSafety>;
  readonly exploitationTypes: readonly CodeOf<typeof exploitationType>[];
  readonly modus: readonly CodeOf<typeof modus>[];
  readonly platforms: readonly CodeOf<typeof platformCategory>[];
  readonly contributingFactors: readonly CodeOf<typeof contributingFactor>[];
}

/** What a report says. Identity and narrative in it leave this service only sealed or to whoever may read them. */
export interface ReportContent extends Circumstances {
  readonly reporterRole: CodeOf<typeof reporterRole>;
  readonly isAnonymous: boolean;
  readonly reporterContact?: ReporterContact;
  readonly place: Place;
  readonly summary: string;
  readonly policeReportNumber?: string;
  readonly children: readonly ReportedChild[];
}
