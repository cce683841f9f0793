import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true, strict: true });
ajv.addVocabulary(['x-classification']);
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);

const compiled = new Map<object, ValidateFunction>();

/** Compiles a JSON Schema 2020-12 once and keeps the validator. */
export function validatorFor(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}
