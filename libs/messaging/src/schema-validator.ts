import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Compiles a JSON Schema 2020-12 once and keeps the validator. For producers: an unknown property is refused. */
export const validatorFor = compilerWith({});

/**
 * The same for consumers: a property that this version does not know is taken out of the data and ignored, so that
 * a producer may already send the next version.
 */
export const consumerValidatorFor = compilerWith({ removeAdditional: true });

function compilerWith(options: { removeAdditional?: true }): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, ...options });
  ajv.addVocabulary(['x-classification']);
  (addFormats as unknown as (instance: Ajv2020) => void)(ajv);
  const compiled = new WeakMap<object, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known) return known;
    const validate = ajv.compile(schema);
    compiled.set(schema, validate);
    return validate;
  };
}
