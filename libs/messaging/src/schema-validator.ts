import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { codesOf } from '@rujukan/contracts';

/**
 * Compiles a JSON Schema 2020-12 once and keeps the validator. For producers: an unknown property is refused, and so
 * is a value that is not on the code list which `x-code-list` names, because any lower-case word looks like a code.
 */
export const validatorFor = compilerWith({}, (list, value) => codesOf.get(list)?.includes(value) ?? false);

/**
 * The same for consumers: a property that this version does not know is taken out of the data and ignored, and a code
 * may be newer than the list, so that a producer may already send the next version.
 */
export const consumerValidatorFor = compilerWith({ removeAdditional: true }, () => true);

function compilerWith(
  options: Options,
  isOnList: (list: string, value: string) => boolean,
): (schema: object) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, ...options });
  ajv.addVocabulary(['x-classification']);
  ajv.addKeyword({ keyword: 'x-code-list', type: 'string', schemaType: 'string', validate: isOnList });
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
