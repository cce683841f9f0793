// @ts-check
// Loaded into a service with `node --import`: writes down every statement that it sends, one JSON line each.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const file = /** @type {string} */ (process.env['RECORD_STATEMENTS']);
const send = pg.Client.prototype.query;

/** @param {any} value */
const keep = (value) =>
  Buffer.isBuffer(value) ? { hex: value.toString('hex') } : Array.isArray(value) ? value.map(keep) : value;

pg.Client.prototype.query = /** @type {any} */ (
  /** @this {import('pg').Client} @param {any[]} args */
  function recorded(...args) {
    const [first, second] = args;
    const text = typeof first === 'string' ? first : first?.text;
    const values = Array.isArray(second) ? second : first?.values;
    if (text) appendFileSync(file, `${JSON.stringify({ text, values: values?.map(keep) })}\n`);
    return Reflect.apply(send, this, args);
  }
);
