-- What is charged is what the order says: what no provider can take of a total is named, and not in it.
ALTER TABLE "orders" ADD COLUMN "rounding" BIGINT NOT NULL DEFAULT 0,
  DROP CONSTRAINT "orders_total_adds_up";

-- Until now the total was kept whole, and its payments asked for less in currencies with coarser steps.
UPDATE "orders" o SET "total" = p."asked", "rounding" = p."asked" - o."total"
FROM (
  SELECT "order_id", sum("worth")::bigint AS "asked"
  FROM (
    SELECT "order_id", max("amount") AS "worth" FROM "payments"
    GROUP BY "order_id", "provider", "credit_account_id"
  ) AS shares
  GROUP BY "order_id"
) AS p
WHERE p."order_id" = o."id" AND p."asked" < o."total"
  AND o."currency" IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND', 'MGA');

ALTER TABLE "orders"
  ADD CONSTRAINT "orders_total_adds_up" CHECK ("rounding" <= 0 AND "total" = "subtotal" - "discount"
    + "shipping" + CASE WHEN "tax_inclusive" THEN 0 ELSE "tax" END + "rounding");
