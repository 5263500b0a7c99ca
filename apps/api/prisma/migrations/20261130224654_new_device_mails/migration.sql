-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "announced_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "first_signed_in_at" TIMESTAMPTZ(3);

UPDATE "users" u SET "first_signed_in_at" = s."at"
FROM (SELECT "user_id", min("created_at") AS "at" FROM "sessions" GROUP BY "user_id") s
WHERE s."user_id" = u."id";
