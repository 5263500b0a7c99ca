/** The faults of a step. */
export type Mishap = 'the process dies' | 'the call is lost' | 'the answer is lost';

export interface Trouble {
  /** The step's name as {@link Steps} gives it; the second of a name is "COMMIT 2". */
  readonly at: string;
  readonly mishap: Mishap;
}

/** The error of the driver and the SDK when the connection is lost. */
class ConnectionLost extends Error {
  readonly code = 'ECONNRESET';
}

/** The network steps of a use case, to the database and to Stripe, one of which may fail. */
export class Steps {
  readonly taken: string[] = [];
  /** Whether the fault has occurred. */
  hasStruck = false;
  readonly #trouble: Trouble | undefined;
  #isDead = false;

  constructor(trouble?: Trouble) {
    this.#trouble = trouble;
  }

  /** Takes a step, or makes it fail. A dead process takes no more steps. */
  async take<T>(name: string, call: () => Promise<T>): Promise<T> {
    if (this.#isDead) throw new ConnectionLost('The process is dead');
    const step = this.#numbered(name);
    this.taken.push(step);
    if (this.#trouble?.at !== step) return call();
    this.hasStruck = true;
    const { mishap } = this.#trouble;
    this.#isDead = mishap === 'the process dies';
    if (mishap === 'the answer is lost') await call();
    throw new ConnectionLost(`${step}: ${mishap}`);
  }

  #numbered(name: string): string {
    const before = this.taken.filter((step) => step.replace(/ \d+$/, '') === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  }
}
