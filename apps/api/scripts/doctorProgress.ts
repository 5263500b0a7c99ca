import process from 'node:process';
import type { FilesProgress } from '../src/services/doctor.service.ts';

/** Milliseconds between two lines of progress, by whether the last one can be overwritten. */
const QUIET_MS = 5000;
const TERMINAL_MS = 200;

/** How far the examination of files is, on stderr: a short one says nothing. */
export class DoctorProgress {
  readonly #isTerminal = process.stderr.isTTY;
  #last = performance.now();
  #hasLine = false;

  tell({ examined, of }: FilesProgress): void {
    const now = performance.now();
    if (now - this.#last < (this.#isTerminal ? TERMINAL_MS : QUIET_MS)) return;
    this.#last = now;
    const [done, all] = [examined, of].map((count) => count.toLocaleString('en'));
    const text = `Files: ${done} of ${all} examined`;
    this.clear();
    process.stderr.write(this.#isTerminal ? text : `${text}\n`);
    this.#hasLine = this.#isTerminal;
  }

  /** Takes the line away that is overwritten. */
  clear(): void {
    if (this.#hasLine) process.stderr.write('\r\u001B[K');
    this.#hasLine = false;
  }
}
