import { decodeCursor, encodeCursor, type Position } from '../../src/utils/cursor.ts';
import { AppError } from '../../src/kernel/errors.ts';

const position: Position = { direction: 'next', id: 'prod_1', keys: ['Ä "shirt"\u2028', 1999] };

describe('A cursor', () => {
  const cursor = encodeCursor('secret', 'scope', position);

  test('decodes to the position that it encodes', () => {
    expect(decodeCursor('secret', 'scope', cursor)).toEqual(position);
    const back: Position = { direction: 'prev', id: 'x', keys: [] };
    expect(decodeCursor('secret', 's', encodeCursor('secret', 's', back))).toEqual(back);
  });

  test('needs no escaping in an address', () => {
    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  test('is valid only for its scope and secret', () => {
    expect(() => decodeCursor('secret', 'other', cursor)).toThrow(AppError);
    expect(() => decodeCursor('other', 'scope', cursor)).toThrow(AppError);
  });

  test('is refused when any character of it has changed, or it is no cursor at all', () => {
    for (let at = 0; at < cursor.length; at += 1) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const changed = cursor.slice(0, at) + other + cursor.slice(at + 1);
      expect(() => decodeCursor('secret', 'scope', changed)).toThrow(AppError);
    }
    for (const text of ['', '.', 'abc', `${cursor}.`, `${cursor}x`, cursor.slice(0, -1), '💥.💥']) {
      expect(() => decodeCursor('secret', 'scope', text)).toThrow(
        expect.objectContaining({ code: 'invalid_cursor', status: 400 }),
      );
    }
  });
});
