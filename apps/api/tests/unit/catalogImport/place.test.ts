import { overtaken, Place } from '../../../src/services/catalogImport/write/commitSlot.ts';

test('a batch gives way to the one before it that has begun anew since, even if that is done by now', async () => {
  const first = new Place(null);
  const second = new Place(first);
  first.begin();
  second.begin();
  first.begin();
  await first.run(() => Promise.resolve());
  await expect(second.reach()).rejects.toBe(overtaken);
  await second.giveWay();
  second.begin();
  await expect(second.reach()).resolves.toBeUndefined();
});

test('a batch goes on when the one before it was written at once', async () => {
  const first = new Place(null);
  const second = new Place(first);
  first.begin();
  second.begin();
  const reached = second.reach();
  await first.run(() => Promise.resolve());
  await expect(reached).resolves.toBeUndefined();
});
