import { z } from 'zod';
import { withoutBlankMembers } from '../../src/utils/blanks.ts';
import { isBlank, visibleOf } from '../../src/utils/plainText.ts';

const schema = z.strictObject({
  note: z.string().optional(),
  items: z.array(z.strictObject({ note: z.string().optional() })).optional(),
});

describe('Blank members', () => {
  test('are searched only among the members of the schema', () => {
    const read: PropertyKey[] = [];
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`m${i}`, '']));
    const body = new Proxy<Record<string, unknown>>(many, {
      get: (target, name) => {
        read.push(name);
        return target[String(name)];
      },
    });
    expect(withoutBlankMembers(schema, body)).toBe(body);
    expect(read).toEqual([]);
  });

  test('are dropped from a copy, whose other members are unchanged', () => {
    const body = JSON.parse('{"__proto__":1,"items":[{"note":"x"},{"note":" "}],"note":"","a":""}');
    const kept = JSON.stringify(withoutBlankMembers(schema, body));
    expect(kept).toBe('{"__proto__":1,"items":[{"note":"x"},{}],"a":""}');
    expect(Object.keys(body)).toHaveLength(4);
  });
});

test('A text of invisible characters and spaces is blank', () => {
  for (let code = 0; code < 0x11_0000; code++) {
    const text = String.fromCodePoint(code);
    if (isBlank(text) !== (visibleOf(text).trim() === '')) throw new Error(code.toString(16));
  }
  expect(isBlank('')).toBe(true);
  expect(isBlank(' \u200d\u3164 x')).toBe(false);
});
