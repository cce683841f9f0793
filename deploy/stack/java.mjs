// @ts-check
import { join } from 'node:path';

/** The Java that everything here uses; kc.sh and Maven choose the same way. */
export const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

/** The major version in the output of `java -version`, 0 when it names none. @param {string} output */
export const javaMajor = (output) => Number(/version "(\d+)/.exec(output)?.[1] ?? 0);
