import { composedStatement, type Statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditService } from '../audit.service.ts';
import type { StorageService } from '../storage.service.ts';

type Parameters = Readonly<Record<string, string>>;

/** The services that the doctor uses. */
export interface DoctorDeps {
  readonly audit: AuditService;
  readonly storage: Pick<StorageService, 'head'>;
}

interface CheckHead {
  /** Of the design's list of promises (S1, P2 …), with a letter where one has several parts. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly title: string;
  /** Whether it looks only at what is open or few, so that it takes milliseconds in a large shop too. */
  readonly cheap: boolean;
  /** Whether what it finds is no fault, but waits for a person by design; such a shop is healthy. */
  readonly waits?: true;
}

/** A check that one statement makes. */
export interface SqlCheck extends CheckHead {
  /**
   * Selects (id, wrong) for every row that it examines; `wrong` describes the fault, and is null
   * when there is none.
   */
  readonly sql: string;
  /** What its SQL takes by name. */
  readonly parameters?: Parameters;
  /** How to repair a row; only where the ledger determines the answer. */
  readonly repair?: Repair;
}

/** A check that needs more than the database: keys, for one. */
interface CodeCheck extends CheckHead {
  readonly tally: (deps: DoctorDeps, ctx: Context) => Promise<Tally>;
}

/** One thing that must hold at any moment, also in the middle of the shop's work. */
export type Check = SqlCheck | CodeCheck;

/** A counter that is counted again from its ledger. */
export interface Repair {
  /**
   * Locks the row against all writers, in their lock order. Separate statements, so that the next
   * one sees what was committed during the wait.
   */
  readonly locks: readonly Statement<RowId, object>[];
  /** Returns a row only when something was wrong and is right now. */
  readonly apply: Statement<RowId, Repaired>;
}

export interface RowId {
  readonly id: string;
}

/** The counters before and after. */
export interface Repaired {
  readonly before: Record<string, number>;
  readonly after: Record<string, number>;
}

/** Rows that are named; more are only counted. */
export const NAMED_OFFENDERS = 20;

export interface Offender {
  readonly id: string;
  readonly wrong: string;
}

export interface Tally {
  examined: number;
  broken: number;
  /** The first by id. */
  offenders: Offender[] | null;
}

/** The statement that runs a check in one pass. */
export function tallyStatement({ id, sql }: SqlCheck): Statement<Parameters, Tally> {
  return composedStatement(
    `doctor.${id}`,
    `SELECT count(*) AS examined, count(wrong) AS broken,
       to_json((array_agg(json_build_object('id', id, 'wrong', wrong) ORDER BY id)
         FILTER (WHERE wrong IS NOT NULL))[1:${NAMED_OFFENDERS}]) AS offenders
     FROM (${sql}) AS examined (id, wrong)`,
  );
}

/** Whether the doctor can repair what the check finds. */
export function isRepairable(check: Check): check is SqlCheck & { repair: Repair } {
  return 'repair' in check && check.repair !== undefined;
}
