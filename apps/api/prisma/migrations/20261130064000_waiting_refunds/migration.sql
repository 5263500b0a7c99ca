-- AlterEnum
ALTER TYPE "refund_status" ADD VALUE 'waiting';
