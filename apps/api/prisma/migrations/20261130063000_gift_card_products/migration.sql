-- Cards that are sold are not issued yet: such a product is not for sale, whoever writes it.
ALTER TABLE "products" ADD COLUMN "gift_card" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "products_gift_card_not_sold" CHECK (NOT ("gift_card" AND "status" = 'active'));
