import {
  commitOrderConflict,
  CommitSlot,
} from '../../../src/services/catalogImport/write/commitSlot.ts';

test('a batch waits for a predecessor that has restarted, even if that has finished by now', async () => {
  const first = new CommitSlot(null);
  const second = new CommitSlot(first);
  first.begin();
  second.begin();
  first.begin();
  await first.run(() => Promise.resolve());
  await expect(second.waitToCommit()).rejects.toBe(commitOrderConflict);
  await second.waitForPredecessor();
  second.begin();
  await expect(second.waitToCommit()).resolves.toBeUndefined();
});

test('a batch continues when its predecessor was written at the first attempt', async () => {
  const first = new CommitSlot(null);
  const second = new CommitSlot(first);
  first.begin();
  second.begin();
  const reached = second.waitToCommit();
  await first.run(() => Promise.resolve());
  await expect(reached).resolves.toBeUndefined();
});
