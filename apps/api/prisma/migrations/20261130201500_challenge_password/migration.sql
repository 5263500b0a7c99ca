-- AlterTable
ALTER TABLE "sign_in_challenges" ADD COLUMN     "password_changed_at" TIMESTAMPTZ(3);
