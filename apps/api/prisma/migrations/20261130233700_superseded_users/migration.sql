-- AlterTable
ALTER TABLE "users" ADD COLUMN     "superseded_at" TIMESTAMPTZ(3);
