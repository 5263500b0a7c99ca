-- AlterTable
ALTER TABLE "data_requests" ADD COLUMN     "closed_user_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "former_email_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "erased_addresses" (
    "hash" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erased_addresses_pkey" PRIMARY KEY ("hash")
);

-- By hand: what Prisma cannot declare.

-- Addresses that were given up before the column was there, as far as events still say so.
UPDATE "users" u SET "former_email_keys" = f."emails"
FROM (
  SELECT e."payload" ->> 'userId' AS "user_id", array_agg(DISTINCT e."payload" ->> 'email') AS "emails"
  FROM "events" e JOIN "users" o ON o."id" = e."payload" ->> 'userId'
  WHERE e."type" = 'user.verified' AND e."payload" ->> 'email' <> o."email_key"
  GROUP BY 1
) AS f
WHERE f."user_id" = u."id" AND u."status" <> 'erased';
