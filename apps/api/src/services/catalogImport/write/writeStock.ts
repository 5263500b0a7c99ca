import { statement, type None } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { CommitSlot } from './commitSlot.ts';
import type { StockPlan } from '../plan/planVariants.ts';

/** The result for a variant's stock at the file's location. */
export interface StockOutcome {
  variantId: string;
  wanted: number | null;
  onHand: number;
  reserved: number;
  /** Whether a row was written. */
  changed: boolean;
}

const findLocation = statement('import.location')<None, { id: string }>(
  `SELECT id FROM locations ORDER BY priority, id LIMIT 1`,
);

const createLocation = statement('import.createLocation')<{ id: string }, { id: string }>(
  `INSERT INTO locations (id, handle, name) VALUES (:id, 'main', 'Main') RETURNING id`,
);

/** The first stock of new variants, at one location. There is nothing yet to lock or to compare. */
const createStock = statement('import.createStock')<{
  locationId: string | null;
  variantIds: readonly string[];
  onHand: readonly number[];
  backorder: readonly boolean[];
  movementIds: readonly string[];
}>(
  `WITH input AS (
     SELECT variant_id, on_hand, backorder, id
     FROM unnest(:variantIds::text[], :onHand::int[], :backorder::bool[], :movementIds::text[])
       AS new (variant_id, on_hand, backorder, id)
   ), placed AS (
     INSERT INTO stock_levels (variant_id, location_id, on_hand, reserved, backorder)
     SELECT variant_id, :locationId, on_hand, 0, backorder FROM input
   )
   INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
   SELECT id, variant_id, :locationId, on_hand, 'import' FROM input WHERE on_hand <> 0`,
);

/**
 * Sets the stock on hand at one location to what the file says and writes the difference down as a
 * movement, so that on hand stays the sum of the movements (S2). The levels are locked first, in
 * the order in which checkouts lock them (variant, then location), and the difference is taken from
 * what they are then.
 *
 * Where only what is there may be sold, the import takes nothing away that is promised to orders;
 * nor does it put anything there that the file does not say. All levels of the variant learn
 * whether they may fall below what is reserved.
 */
const setStock = statement('import.stock')<
  { rows: string; locationId: string | null },
  StockOutcome
>(
  `WITH input AS (
     SELECT * FROM json_to_recordset(:rows::json) AS new (
       "variantId" text, wanted int, policy inventory_policy, "movementId" text
     )
   ), locked AS MATERIALIZED (
     SELECT s.variant_id, s.location_id, s.on_hand, s.reserved, s.backorder
     FROM stock_levels s JOIN input i ON i."variantId" = s.variant_id
     ORDER BY s.variant_id, s.location_id
     FOR UPDATE OF s
   ), places AS (
     SELECT variant_id, location_id FROM locked
     UNION
     SELECT "variantId", :locationId FROM input WHERE wanted IS NOT NULL
   ), settled AS (
     SELECT p.variant_id, p.location_id, i.wanted, i.policy, i."movementId" AS movement_id,
            k.on_hand, coalesce(k.reserved, 0) AS reserved, k.backorder,
            CASE
              WHEN i.wanted IS NULL OR p.location_id <> :locationId THEN k.on_hand
              WHEN i.policy = 'deny' THEN greatest(i.wanted, 0, least(k.reserved, k.on_hand))
              ELSE greatest(i.wanted, 0)
            END AS next
     FROM places p
     JOIN input i ON i."variantId" = p.variant_id
     LEFT JOIN locked k ON k.variant_id = p.variant_id AND k.location_id = p.location_id
   ), target AS (
     SELECT *, policy = 'continue' OR reserved > next AS allowed,
            on_hand IS DISTINCT FROM next AS moves
     FROM settled
   ), updated AS (
     UPDATE stock_levels s SET on_hand = t.next, backorder = t.allowed
     FROM target t
     WHERE s.variant_id = t.variant_id AND s.location_id = t.location_id
       AND t.on_hand IS NOT NULL AND (t.moves OR t.backorder <> t.allowed)
   ), inserted AS (
     INSERT INTO stock_levels (variant_id, location_id, on_hand, reserved, backorder)
     SELECT variant_id, location_id, next, 0, allowed FROM target WHERE on_hand IS NULL
   ), moved AS (
     INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
     SELECT movement_id, variant_id, location_id, next - coalesce(on_hand, 0), 'import'
     FROM target WHERE next <> coalesce(on_hand, 0)
   )
   SELECT variant_id AS "variantId", wanted, next AS "onHand", reserved,
          moves OR backorder <> allowed AS changed
   FROM target WHERE location_id = :locationId`,
);

/**
 * The location that a file's quantities are counted at: the one of the first priority. A shop that
 * has none gets its first one when `create` is set.
 */
export async function importLocation(
  ctx: Context,
  create: boolean,
  slot: CommitSlot,
): Promise<string | null> {
  const find = async () => (await ctx.db.query(findLocation)).at(0)?.id ?? null;
  const known = await find();
  if (known !== null || !create) return known;
  // The batch before may be making it.
  await slot.waitToCommit();
  const found = await find();
  if (found !== null) return found;
  const [created] = await ctx.db.query(createLocation, { id: newId('location') });
  return created?.id ?? null;
}

/** Writes the stock of a batch; see {@link setStock}. To be done last: checkouts wait for these rows. */
export async function writeStock(
  ctx: Context,
  plans: readonly StockPlan[],
  locationId: string | null,
): Promise<StockOutcome[]> {
  const later = plans.filter(({ isFirst }) => !isFirst);
  const created = await placeStock(
    ctx,
    plans.filter(({ isFirst }) => isFirst),
    locationId,
  );
  if (later.length === 0) return created;
  const rows = later.map((plan) => ({ ...plan, movementId: newId('movement') }));
  return [
    ...created,
    ...(await ctx.db.query(setStock, { rows: JSON.stringify(rows), locationId })),
  ];
}

async function placeStock(
  ctx: Context,
  plans: readonly StockPlan[],
  locationId: string | null,
): Promise<StockOutcome[]> {
  if (plans.length === 0) return [];
  const placed = plans.map(({ variantId, wanted }) => {
    return { variantId, wanted, onHand: Math.max(wanted ?? 0, 0), reserved: 0, changed: true };
  });
  await ctx.db.execute(createStock, {
    locationId,
    variantIds: placed.map(({ variantId }) => variantId),
    onHand: placed.map(({ onHand }) => onHand),
    backorder: plans.map(({ policy }) => policy === 'continue'),
    movementIds: plans.map(() => newId('movement')),
  });
  return placed;
}
