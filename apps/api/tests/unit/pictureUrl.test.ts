import * as fc from 'fast-check';
import { repairPictureUrl } from '../../src/utils/pictureUrl.ts';

test.each([
  ['https://img.example/my cup.jpg', 'https://img.example/my%20cup.jpg'],
  ['http://img.example/my cup.jpg?v=1 2', 'http://img.example/my%20cup.jpg?v=1%202'],
  ['//cdn.example/dish.jpg', 'https://cdn.example/dish.jpg'],
  ['//cdn.example/a b.jpg', 'https://cdn.example/a%20b.jpg'],
  ['www.example.com/a.jpg', 'https://www.example.com/a.jpg'],
  ['https:/img.example/a.jpg', 'https://img.example/a.jpg'],
  ['https:\\\\img.example\\a.jpg', 'https://img.example/a.jpg'],
  ['https://img.example/100% wool.jpg', 'https://img.example/100%25%20wool.jpg'],
  ['https://img.example/100%25%20wool.jpg', 'https://img.example/100%25%20wool.jpg'],
  ['https://img.example/café.jpg', 'https://img.example/caf%C3%A9.jpg'],
  ['https://müller.example/a.jpg', 'https://xn--mller-kva.example/a.jpg'],
  ['https://img.example/a|b^c{d}.jpg', 'https://img.example/a%7Cb%5Ec%7Bd%7D.jpg'],
  ['https://img.example/a"b<c>.jpg', 'https://img.example/a%22b%3Cc%3E.jpg'],
  ['https://img.example/a\n b.jpg', 'https://img.example/a%20b.jpg'],
  ['HTTPS://IMG.example/A.jpg', 'HTTPS://IMG.example/A.jpg'],
])('%j is requested as %s', (text, url) => {
  expect(repairPictureUrl(text)).toBe(url);
});

test.each([
  'pics/my cup.jpg',
  '/pics/cup.jpg',
  '///cup.jpg',
  'ftp://img.example/a.jpg',
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  'https://',
  'https://img .example/a.jpg',
  '',
])('%j is refused', (text) => {
  expect(repairPictureUrl(text)).toBeNull();
});

test('a repaired address has only allowed characters, and a second repair does not change it', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((rest) => `https://a.example/${rest}`);
  fc.assert(
    fc.property(text, (address) => {
      const url = repairPictureUrl(address);
      if (url === null) return;
      expect(url).toMatch(/^https:\/\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/);
      expect(new URL(url).origin).toBe('https://a.example');
      expect(repairPictureUrl(url)).toBe(url);
    }),
    { numRuns: 1000 },
  );
});
