-- AlterTable
ALTER TABLE "stripe_events" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;
