import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { erasureSteps } from '../../src/services/dataRequests/erasureSteps.ts';
import { exportSections } from '../../src/services/dataRequests/exportSections.ts';
import { personalData } from '../../src/services/dataRequests/personalData.ts';
import { modelsOf } from '../helpers/tableAccess.ts';

const folder = path.resolve(import.meta.dirname, '../../prisma/schema');
const schema = readdirSync(folder)
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');
const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];

/** Columns that say who someone is, lead to who it is, or hold what someone wrote. */
const PERSONAL =
  /^\s+(customerId|userId|ownerId|approvedBy|\w*[eE]mail\w*|ip|userAgent|device|firstName|lastName|person|phone\w*|\w*[aA]ddress(es)?|note|metafields|purchaseOrderNumber|reason|principal|actor|addressKey)\s+(String|Json)/m;

/** Tables with such a column that is not of a person, with the reason. */
const IMPERSONAL: Readonly<Record<string, string>> = {
  products: 'Its metafields are of goods.',
  stock_movements: 'Its reason is a word of the code.',
};

const tableOf = (name: string, body: string) => /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;

describe('Personal data', () => {
  test('is exported and erased in every table that has some, or the list says why not', () => {
    const personal = models
      .filter(([, , body = '']) => PERSONAL.test(body))
      .map(([, name = '', body = '']) => tableOf(name, body));
    const missing = personal.filter((table) => !(table in personalData) && !(table in IMPERSONAL));
    expect(missing).toEqual([]);
    const needless = Object.keys(IMPERSONAL).filter((table) => !personal.includes(table));
    expect(needless).toEqual([]);
  });

  test('is listed for tables that exist', () => {
    const tables = new Set(modelsOf(schema).values());
    expect(Object.keys(personalData).filter((table) => !tables.has(table))).toEqual([]);
  });

  test('is in the sections and steps that the list names, and each of them is named', () => {
    const entries = Object.values(personalData);
    const named = (member: 'export' | 'erase') =>
      new Set(entries.map((entry) => entry[member]).filter((name) => typeof name === 'string'));
    expect([...named('export')].toSorted()).toEqual(
      exportSections.map(({ name }) => name).toSorted(),
    );
    const steps = [...erasureSteps.map(({ name }) => name), 'accounts'];
    expect([...named('erase')].toSorted()).toEqual(steps.toSorted());
  });
});
