import process from 'node:process';
import { DoctorProgress } from '../../scripts/doctorProgress.ts';

afterEach(() => jest.restoreAllMocks());

test('progress is told every five seconds where lines cannot be overwritten, and a short run tells none', () => {
  const printed: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  const now = jest.spyOn(performance, 'now').mockReturnValue(0);
  const progress = new DoctorProgress();
  for (const [ms, examined] of [
    [4999, 1000],
    [5001, 2000],
    [5400, 3000],
    [10_100, 4000],
  ] as const) {
    now.mockReturnValue(ms);
    progress.tell({ examined, of: 12_000 });
  }
  progress.clear();
  expect(printed).toEqual([
    'Files: 2,000 of 12,000 examined\n',
    'Files: 4,000 of 12,000 examined\n',
  ]);
});
