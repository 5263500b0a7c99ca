// Written by `npm run generate` from the OpenAPI document; not to be edited.

export interface paths {
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List, search and filter products
         * @description Active products, with everything a shop window needs. Pages are walked with the cursors in `meta` or the `Link` header; a cursor is good for the filters and the order it was given out with.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{idOrHandle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a product */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the tree of categories
         * @description The whole tree; its handles are what `GET /products?category=` takes.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the collections
         * @description All of them, by title; their handles are what `GET /products?collection=` takes.
         */
        get: operations["listCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a cart
         * @description Opens a cart, empty or with items. A guest's cart belongs to whoever knows its id, so keep the id secret.
         */
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a cart
         * @description Prices, stock, shipping and tax are those of this moment; of a completed cart, prices, shipping and tax are those of its order. Tax that is added on top is shown once there is an address; tax that prices contain is shown from the start.
         */
        get: operations["getCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a cart
         * @description Changes any part of a cart at once, or nothing of it; null clears. A shipping option that no longer applies to the cart as it will be (another country, too heavy, nothing to send) is dropped, unless this request names it: then it is a 422. With `If-Match`, nothing is written (412) if the cart was written to since; the entity tag is `"<version>.<hash>"`, and a write compares the version alone, so that a price that changed in the catalogue does not refuse it.
         */
        patch: operations["updateCart"];
        trace?: never;
    };
    "/api/v1/carts/{cartId}/shipping-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ways to send a cart
         * @description The options for the cart's shipping address, weight and currency, with their prices. Empty when nothing in the cart is to be sent.
         */
        get: operations["listShippingOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put something into a cart
         * @description Adds to the variant's line, or makes one. With `If-Match`, nothing is written (412) if the cart was written to since; the entity tag is `"<version>.<hash>"`, and a write compares the version alone, so that a price that changed in the catalogue does not refuse it.
         */
        post: operations["addCartItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a line out of a cart
         * @description With `If-Match`, nothing is written (412) if the cart was written to since; the entity tag is `"<version>.<hash>"`, and a write compares the version alone, so that a price that changed in the catalogue does not refuse it.
         */
        delete: operations["removeCartItem"];
        options?: never;
        head?: never;
        /**
         * Change a line's quantity
         * @description 0 removes the line. With `If-Match`, nothing is written (412) if the cart was written to since; the entity tag is `"<version>.<hash>"`, and a write compares the version alone, so that a price that changed in the catalogue does not refuse it.
         */
        patch: operations["updateCartItem"];
        trace?: never;
    };
    "/api/v1/carts/{cartId}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the cart an order
         * @description Reserves the stock and places the order, then begins its payment. While Stripe cannot be reached the order stands all the same, with a payment that is `pending` and has no `clientSecret` yet. An order that is not paid in time gives its stock back. What gift cards and store credit pay is held from now on and taken when the rest is paid, or given back with the stock; `payment` is what is left to pay, `order.payments` is all of it. An order that they pay in full is confirmed at once. With `If-Match`, nothing is bought (412) if the cart was written to since; the answer `price_changed` counts as such a write, and brings the new tag.
         */
        post: operations["checkoutCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an order
         * @description For its customer, or a guest with the header X-Order-Token.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an order's history
         * @description Every change of its three states, oldest first.
         */
        get: operations["getOrderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order of which nothing was sent
         * @description The payment is canceled at its provider first, so that no money can come any more; then the stock is let go. What was paid already goes back in full.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an order with its payments' figures and its refunds
         * @description Needs the permission `orders:read`.
         */
        get: operations["getOrderAsStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order of which nothing was sent
         * @description As the customer's own cancellation, with a reason for the order's history.
         *
         *     Needs the permission `orders:cancel`.
         */
        post: operations["cancelOrderAsStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a client secret for an unpaid order
         * @description After a reload, a declined card, or a checkout while Stripe could not be reached. The payment in play is handed out again; one that is dead at Stripe is replaced.
         */
        post: operations["payOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the money that is held for an order
         * @description With manual capture (`STRIPE_CAPTURE_METHOD`) an order is confirmed when its payment is authorized, and paid when it is captured here: the whole of it, within the week for which banks hold it. Canceling the order lets the money go instead.
         *
         *     Needs the permission `orders:capture`.
         */
        post: operations["captureOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/mark-paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take note that an order was paid outside of the shop
         * @description For manual payment: bank transfer, cash on delivery. The whole amount counts as paid.
         *
         *     Needs the permission `orders:capture`.
         */
        post: operations["markOrderPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an order's refunds
         * @description Oldest first.
         *
         *     Needs the permission `orders:read`.
         */
        get: operations["listRefunds"];
        put?: never;
        /**
         * Refund an order, in whole or in part
         * @description An amount, or lines with quantities and shipping. It is written down at once and paid back by jobs: over the payments of the order, cards first. For a payment outside of the shop it records what has gone back by hand. More than is left is a 409 whose `left` says what is.
         *
         *     Needs the permission `orders:refund`.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a refund with its transfers
         * @description Needs the permission `orders:read`.
         */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/refunds/{refundId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a refund again that has failed
         * @description Transfers that have failed are asked for anew; one that is to be paid back by hand is recorded as done. A refund that has succeeded is a 409.
         *
         *     Needs the permission `orders:refund`.
         */
        post: operations["retryRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-cards/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what is on a gift card
         * @description A POST, so that the code stands in no log and no history of a browser. An address may ask ten times a minute, unless the shop has set another limit (`CODE_RATE_LIMIT_MAX`).
         */
        post: operations["getGiftCardBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/credit-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List gift cards and store credit
         * @description Needs the permission `creditAccounts:read`.
         */
        get: operations["listCreditAccounts"];
        put?: never;
        /**
         * Issue a gift card or store credit
         * @description A gift card's code is in this answer alone, which is kept for a day for a retry, encrypted; the shop keeps a hash of it.
         *
         *     Needs the permission `creditAccounts:write`.
         */
        post: operations["issueCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/credit-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a gift card or store credit
         * @description Needs the permission `creditAccounts:read`.
         */
        get: operations["getCreditAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/credit-accounts/{accountId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ledger of a credit account
         * @description Needs the permission `creditAccounts:read`.
         */
        get: operations["listCreditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/credit-accounts/{accountId}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the balance of a credit account
         * @description Needs the permission `creditAccounts:write`.
         */
        post: operations["adjustCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/credit-accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a gift card or store credit
         * @description What is held for an order stays so; nothing more is spent.
         *
         *     Needs the permission `creditAccounts:write`.
         */
        post: operations["disableCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the disputes of payments
         * @description Newest first. Evidence is given in Stripe’s dashboard, by `evidenceDueAt`.
         *
         *     Needs the permission `disputes:read`.
         */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List checkouts and refunds by how far they are
         * @description Newest first, each with its steps. `state=failed` lists those that need a person.
         *
         *     Needs the permission `workflows:read`.
         */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow with its steps
         * @description Needs the permission `workflows:read`.
         */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflowId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up a workflow that is stuck or has failed
         * @description The shop asks the provider how things stand and goes on from there. What has ended is a 409.
         *
         *     Needs the permission `workflows:write`.
         */
        post: operations["retryWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflowId}/abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a workflow up and take back what it has done
         * @description A checkout: the order is canceled, its goods let go and its money refunded. A refund: nothing more is tried, and what it had taken of the payment can be refunded anew.
         *
         *     Needs the permission `workflows:write`.
         */
        post: operations["abandonWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the jobs of the queue
         * @description Newest first. `state=dead` lists those that nobody will try again.
         *
         *     Needs the permission `jobs:read`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job of the queue
         * @description Needs the permission `jobs:read`.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a job again at once
         * @description With all its attempts anew; a dead one comes back to life.
         *
         *     Needs the permission `jobs:write`.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{jobId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a job out of the queue
         * @description What it was is kept in the audit.
         *
         *     Needs the permission `jobs:write`.
         */
        post: operations["discardJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the shop's promises
         * @description Makes the quick part of the checks that `npm run doctor` makes, on one snapshot that writes nothing. What five seconds do not suffice for is `skipped`.
         *
         *     Needs the permission `doctor:run`.
         */
        get: operations["runDoctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an event from Stripe
         * @description Called by Stripe alone. The signature is checked over the raw body; the event is kept and processed by a job, so a second delivery changes nothing.
         */
        post: operations["receiveStripeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can do its work */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description ISO 4217 code.
         * @example USD
         */
        Currency: string;
        /**
         * @description A postal address.
         * @example {
         *       "firstName": "Ada",
         *       "lastName": "Lovelace",
         *       "line1": "12 Analytical Row",
         *       "city": "Portland",
         *       "region": "OR",
         *       "postalCode": "97201",
         *       "country": "US"
         *     }
         */
        Address: {
            firstName: string;
            lastName: string;
            company?: string | null;
            line1: string;
            line2?: string | null;
            city: string;
            region?: string | null;
            postalCode: string;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example US
             */
            country: string;
            phone?: string | null;
        };
        /** @description An event as Stripe's API describes it. */
        StripeEvent: {
            id: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A product with its variants, priced in one currency. */
        Product: {
            id: string;
            /** @example linen-shirt */
            handle: string;
            /** @example Linen shirt */
            title: string;
            /** @description Sanitised HTML. */
            description: string;
            vendor: string;
            type: string;
            tags: string[];
            /**
             * @description Only active products are shown.
             * @constant
             */
            status: "active";
            /** @description Whether any variant can be bought now. */
            available: boolean;
            /** @description Over the variants; null without a price in the currency. */
            priceRange: {
                min: components["schemas"]["Money"];
                max: components["schemas"]["Money"];
            } | null;
            options: {
                name: string;
                values: string[];
            }[];
            variants: components["schemas"]["Variant"][];
            images: components["schemas"]["ProductImage"][];
            categories: components["schemas"]["CategorySummary"][];
            collections: components["schemas"]["CollectionSummary"][];
            seo: {
                title: string | null;
                description: string | null;
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @description An amount of money.
         * @example {
         *       "amount": 1999,
         *       "currency": "USD"
         *     }
         */
        Money: {
            /**
             * @description Amount in the currency's minor unit (cents for USD, yen for JPY).
             * @example 1999
             */
            amount: number;
            currency: components["schemas"]["Currency"];
        };
        /** @description What can be put into a cart. */
        Variant: {
            id: string;
            /** @example TEE-S-BLUE */
            sku: string | null;
            /** @example S / Blue */
            title: string;
            /**
             * @description One value for each of the product's options, in their order.
             * @example [
             *       {
             *         "name": "Size",
             *         "value": "S"
             *       }
             *     ]
             */
            options: {
                name: string;
                value: string;
            }[];
            /** @description Null when it has no price in the currency that was asked for. */
            price: components["schemas"]["Money"] | null;
            /** @description The price it had before. */
            compareAtPrice: components["schemas"]["Money"] | null;
            /** @description Whether it can be bought now: in stock, not tracked, or sold on backorder. */
            available: boolean;
            /**
             * @description Whether it is sold beyond what is in stock.
             * @enum {string}
             */
            inventoryPolicy: "deny" | "continue";
            position: number;
            /** @description The picture that shows it. */
            imageId: string | null;
        };
        /** @description A picture of a product. */
        ProductImage: {
            id: string;
            /** @example https://shop.example/media/tee.jpg */
            url: string;
            alt: string;
            position: number;
            /** @description Pixels; null while it is not known. */
            width: number | null;
            /** @description Pixels; null while it is not known. */
            height: number | null;
            /** @description The variants it shows. */
            variants: string[];
            /** @description Smaller versions and other formats, for `srcset`. */
            derivatives: {
                width: number;
                format: string;
                url: string;
            }[];
        };
        /** @description A category that a product belongs to. */
        CategorySummary: {
            id: string;
            /**
             * @description A readable name for addresses; unique.
             * @example shirts
             */
            handle: string;
            /** @example Shirts */
            name: string;
            /**
             * @description The handles from the root down to this category, joined by "/".
             * @example apparel/shirts
             */
            path: string;
            /** @description From the root down to the parent. Only with `expand=categories`. */
            ancestors?: {
                id: string;
                /**
                 * @description A readable name for addresses; unique.
                 * @example shirts
                 */
                handle: string;
                /** @example Shirts */
                name: string;
            }[];
        };
        /** @description A collection that a product belongs to. */
        CollectionSummary: {
            id: string;
            /**
             * @description A readable name for addresses; unique.
             * @example shirts
             */
            handle: string;
            /** @example Summer */
            title: string;
            /** @description Only with `expand=collections`. */
            description?: string;
        };
        /** @description The members of a product that `fields` asked for, and its id. */
        SparseProduct: {
            id: string;
            /** @example linen-shirt */
            handle?: string;
            /** @example Linen shirt */
            title?: string;
            /** @description Sanitised HTML. */
            description?: string;
            vendor?: string;
            type?: string;
            tags?: string[];
            /**
             * @description Only active products are shown.
             * @constant
             */
            status?: "active";
            /** @description Whether any variant can be bought now. */
            available?: boolean;
            /** @description Over the variants; null without a price in the currency. */
            priceRange?: {
                min: components["schemas"]["Money"];
                max: components["schemas"]["Money"];
            } | null;
            options?: {
                name: string;
                values: string[];
            }[];
            variants?: components["schemas"]["Variant"][];
            images?: components["schemas"]["ProductImage"][];
            categories?: components["schemas"]["CategorySummary"][];
            collections?: components["schemas"]["CollectionSummary"][];
            seo?: {
                title: string | null;
                description: string | null;
            };
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt?: string;
        };
        ProductListMeta: {
            limit: number;
            hasMore: boolean;
            nextCursor: string | null;
            prevCursor: string | null;
            /** @description Only with `count=true`. */
            total?: number;
            /** @description Only with `facets=true`. */
            facets?: components["schemas"]["ProductFacets"];
        };
        /** @description What the products that pass all filters have in common, each with the number of products. The 100 most frequent values of each kind. */
        ProductFacets: {
            /** @description With the products of the categories below counted in. */
            categories: {
                id: string;
                /**
                 * @description A readable name for addresses; unique.
                 * @example shirts
                 */
                handle: string;
                /** @example Shirts */
                name: string;
                path: string;
                count: number;
            }[];
            tags: {
                value: string;
                count: number;
            }[];
            vendors: {
                value: string;
                count: number;
            }[];
            types: {
                value: string;
                count: number;
            }[];
            /** @description Lowest and highest price of a variant. */
            price: {
                min: components["schemas"]["Money"];
                max: components["schemas"]["Money"];
            } | null;
            inStock: {
                true: number;
                false: number;
            };
        };
        /** @description An error (RFC 9457). */
        Problem: {
            /** @description Where the code is explained. */
            type: string;
            /** @description What kind of problem it is. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /**
             * @description Stable; made for programs.
             * @enum {string}
             */
            code: "validation_failed" | "malformed_json" | "invalid_cursor" | "idempotency_key_required" | "invalid_signature" | "unauthorized" | "payment_failed" | "forbidden" | "not_found" | "route_not_found" | "method_not_allowed" | "not_acceptable" | "cart_completed" | "out_of_stock" | "price_changed" | "idempotency_in_flight" | "refund_exceeds_payment" | "state_conflict" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "cart_incomplete" | "variant_unavailable" | "currency_unavailable" | "cart_limit_exceeded" | "amount_too_small" | "promotion_unavailable" | "payment_provider_unavailable" | "refund_not_possible" | "shipping_unavailable" | "insufficient_credit" | "credit_unavailable" | "idempotency_key_reused" | "precondition_required" | "rate_limited" | "internal_error" | "service_unavailable";
            /** @description Finds the request in the shop's log. */
            requestId: string;
            /** @description Everything that is wrong, at once. */
            errors: {
                /** @description Where, such as `items.0.quantity`. */
                path: string;
                /** @description What kind. */
                code: string;
                /** @description In words. */
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A category with all that is below it.
         * @example {
         *       "id": "cat_01kagvrz8y0g2m4q6t8w0x2z4b",
         *       "handle": "apparel",
         *       "name": "Apparel",
         *       "path": "apparel",
         *       "children": []
         *     }
         */
        Category: {
            id: string;
            /**
             * @description A readable name for addresses; unique.
             * @example shirts
             */
            handle: string;
            /** @example Shirts */
            name: string;
            /** @example apparel */
            path: string;
            /** @description In the order they are to be shown. */
            children: components["schemas"]["Category"][];
        };
        /**
         * @description A set of products, put together by hand.
         * @example {
         *       "id": "col_01kagvrz8y0g2m4q6t8w0x2z4b",
         *       "handle": "summer",
         *       "title": "Summer",
         *       "description": "What we wear at the beach."
         *     }
         */
        Collection: {
            id: string;
            /**
             * @description A readable name for addresses; unique.
             * @example shirts
             */
            handle: string;
            /** @example Summer */
            title: string;
            description: string;
        };
        /** @description A cart with the prices of this moment; once it is completed, with those of its order. */
        Cart: {
            /** @description Unguessable: who knows it may use the cart. */
            id: string;
            /** @description Rises with every write. */
            version: number;
            /**
             * @description A completed cart has become an order and cannot be changed.
             * @enum {string}
             */
            status: "open" | "completed";
            currency: components["schemas"]["Currency"];
            email: string | null;
            shippingAddress: components["schemas"]["Address"] | null;
            billingAddress: components["schemas"]["Address"] | null;
            /** @description What was chosen; null when nothing is, or it no longer applies. */
            shippingOption: components["schemas"]["ShippingOption"] | null;
            promotionCodes: string[];
            items: components["schemas"]["CartItem"][];
            totals: components["schemas"]["Totals"];
            /** @description Whether the prices contain the tax. */
            taxInclusive: boolean;
            requiresShipping: boolean;
            /**
             * Format: date-time
             * @description Put off by every write.
             * @example 2026-01-31T09:30:00.000Z
             */
            expiresAt: string;
        };
        /** @description A way to send this cart, and its price. */
        ShippingOption: {
            id: string;
            /** @example Standard */
            name: string;
            /** @example 3 to 5 working days */
            description: string;
            /** @description For this cart, before tax that is added on top. */
            amount: components["schemas"]["Money"];
        };
        /** @description A line of a cart: so much of one variant. */
        CartItem: {
            id: string;
            variantId: string;
            productId: string;
            /**
             * @description The product's title.
             * @example Linen shirt
             */
            title: string;
            /** @example M / Blue */
            variantTitle: string;
            /** @example SHIRT-M-BLUE */
            sku: string | null;
            quantity: number;
            /** @description What one costs now; what it was bought at once the cart is completed. */
            unitPrice: components["schemas"]["Money"];
            /** @description Its share of the cart's tax; part of `total` where prices contain tax. */
            tax: components["schemas"]["Money"];
            /** @description Unit price × quantity, less its share of discounts. */
            total: components["schemas"]["Money"];
            /** @description Whether so many could be bought at this moment. */
            available: boolean;
        };
        /** @description What it comes to. */
        Totals: {
            /** @description The lines, before discounts. */
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** @description subtotal − discount + shipping, and + tax where prices do not contain it. */
            total: components["schemas"]["Money"];
        };
        /** @description The order that a cart has become. */
        CheckoutResult: {
            order: components["schemas"]["Order"];
            payment: components["schemas"]["Payment"];
            /** @description A guest's key to the order, for the header X-Order-Token. Keep it. */
            orderToken?: string;
        };
        /** @description An order, as things were when it was placed. */
        Order: {
            id: string;
            /**
             * @description For people; rises, with gaps.
             * @example 1001
             */
            number: number;
            cartId: string;
            /**
             * @description `pending` until it is paid, or at once `confirmed` with manual payment.
             * @enum {string}
             */
            status: "pending" | "confirmed" | "completed" | "canceled" | "expired";
            /** @enum {string} */
            paymentStatus: "unpaid" | "authorized" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
            /** @enum {string} */
            fulfillmentStatus: "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered" | "returned";
            currency: components["schemas"]["Currency"];
            email: string;
            items: components["schemas"]["OrderItem"][];
            /** @description total = subtotal − discount + shipping (+ tax unless inclusive). */
            totals: {
                subtotal: components["schemas"]["Money"];
                discount: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
            };
            /** @description Whether the prices contain the tax. */
            taxInclusive: boolean;
            shippingAddress: components["schemas"]["Address"] | null;
            billingAddress: components["schemas"]["Address"];
            shippingOption: components["schemas"]["OrderShippingOption"] | null;
            /** @description Oldest first. */
            payments: components["schemas"]["OrderPayment"][];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description When it gives its stock back unless it is paid; null when it will not. */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            placedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description A line of an order. */
        OrderItem: {
            id: string;
            variantId: string;
            productId: string;
            /** @description As it was called when it was ordered. */
            title: string;
            variantTitle: string;
            sku: string | null;
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            /** @description Its share of the order's tax. */
            tax: components["schemas"]["Money"];
            /** @description unitPrice × quantity, less its share of a discount. */
            total: components["schemas"]["Money"];
        };
        /** @description The shipping option as it was chosen. */
        OrderShippingOption: {
            id: string;
            name: string;
            amount: components["schemas"]["Money"];
        };
        /** @description How an order is paid. */
        OrderPayment: {
            id: string;
            /**
             * @description `credit` is a gift card or store credit; `none` where there is nothing to pay.
             * @enum {string}
             */
            provider: "stripe" | "manual" | "credit" | "none";
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last try to pay failed. */
            lastError: string | null;
            /** @description The end of the gift card's code; null for anything else. */
            lastFour: string | null;
        };
        /** @description Money that went back, or is on its way. */
        OrderRefund: {
            id: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @description What a browser needs to pay.
         * @example {
         *       "id": "pay_01kagvrz8y0g2m4q6t8w0x2z4b",
         *       "provider": "stripe",
         *       "status": "pending",
         *       "amount": {
         *         "amount": 4498,
         *         "currency": "USD"
         *       },
         *       "clientSecret": "pi_3SV…_secret_8c…",
         *       "publishableKey": "pk_live_51N…"
         *     }
         */
        Payment: {
            id: string;
            /**
             * @description `credit` is a gift card or store credit; `none` where there is nothing to pay.
             * @enum {string}
             */
            provider: "stripe" | "manual" | "credit" | "none";
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last try to pay failed; only with `status: failed`. */
            lastError?: string;
            /** @description The end of the gift card's code, where one has paid for all of it. */
            lastFour?: string;
            /** @description For Stripe.js. Missing when there is nothing to pay online, or while Stripe cannot be reached: ask `POST /orders/{orderId}/payment` for it later. */
            clientSecret?: string;
            /** @description Goes with `clientSecret`. */
            publishableKey?: string;
            /** @description Only with the local sandbox: where to confirm the payment instead of with Stripe.js. */
            apiBase?: string;
        };
        /** @description A change of one of an order's states. */
        OrderHistoryEntry: {
            /**
             * @description Which of the three states changed.
             * @enum {string}
             */
            axis: "order" | "payment" | "fulfillment";
            /** @description Null where it began. */
            from: string | null;
            to: string;
            /** @example paid */
            reason: string;
            /**
             * @description system, guest, customer, staff or stripe.
             * @example stripe
             */
            actor: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            at: string;
        };
        /** @description An order as staff see it. */
        StaffOrder: {
            id: string;
            /**
             * @description For people; rises, with gaps.
             * @example 1001
             */
            number: number;
            cartId: string;
            /**
             * @description `pending` until it is paid, or at once `confirmed` with manual payment.
             * @enum {string}
             */
            status: "pending" | "confirmed" | "completed" | "canceled" | "expired";
            /** @enum {string} */
            paymentStatus: "unpaid" | "authorized" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
            /** @enum {string} */
            fulfillmentStatus: "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered" | "returned";
            currency: components["schemas"]["Currency"];
            email: string;
            items: components["schemas"]["OrderItem"][];
            /** @description total = subtotal − discount + shipping (+ tax unless inclusive). */
            totals: {
                subtotal: components["schemas"]["Money"];
                discount: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
            };
            /** @description Whether the prices contain the tax. */
            taxInclusive: boolean;
            shippingAddress: components["schemas"]["Address"] | null;
            billingAddress: components["schemas"]["Address"];
            shippingOption: components["schemas"]["OrderShippingOption"] | null;
            /** @description Oldest first. */
            payments: components["schemas"]["StaffPayment"][];
            /** @description Oldest first. */
            refunds: components["schemas"]["Refund"][];
            /** @description When it gives its stock back unless it is paid; null when it will not. */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            placedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
            customerId: string | null;
        };
        /** @description A payment with the sums of its ledger. */
        StaffPayment: {
            id: string;
            /**
             * @description `credit` is a gift card or store credit; `none` where there is nothing to pay.
             * @enum {string}
             */
            provider: "stripe" | "manual" | "credit" | "none";
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last try to pay failed. */
            lastError: string | null;
            /** @description The end of the gift card's code; null for anything else. */
            lastFour: string | null;
            /** @example pi_3SVbzFKq1 */
            providerId: string | null;
            /** @description The gift card or store credit that it is paid from; null for anything else. */
            creditAccountId: string | null;
            /** @enum {string} */
            captureMethod: "automatic" | "manual";
            authorized: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /** @description Asked back, and not decided yet. */
            refunding: components["schemas"]["Money"];
            /** @description In dispute now, or lost in one. */
            disputed: components["schemas"]["Money"];
            /** @description The provider's, where it is known. */
            fee: components["schemas"]["Money"];
        };
        /** @description Money that goes back for an order. */
        Refund: {
            id: string;
            orderId: string;
            /**
             * @description `failed`: nothing of it went back. `needs_person`: some did and some did not, or it is to be paid back by hand.
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed" | "needs_person";
            amount: components["schemas"]["Money"];
            /** @description The part of the amount that is shipping, with its tax. */
            shipping: components["schemas"]["Money"];
            lines: {
                itemId: string;
                quantity: number;
                amount: components["schemas"]["Money"];
            }[];
            /**
             * @description requested_by_customer, duplicate, fraudulent, canceled, late_payment, or provider: made in its dashboard.
             * @example requested_by_customer
             */
            reason: string;
            note: string;
            restocked: boolean;
            /** @example staff */
            actor: string;
            transfers: components["schemas"]["RefundTransfer"][];
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description The part of a refund that goes back by one payment. */
        RefundTransfer: {
            id: string;
            paymentId: string;
            /**
             * @description `credit` is a gift card or store credit; `none` where there is nothing to pay.
             * @enum {string}
             */
            provider: "stripe" | "manual" | "credit" | "none";
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            amount: components["schemas"]["Money"];
            /** @description How often it was begun. */
            attempt: number;
            /** @example re_3SVbzFKq1 */
            providerId: string | null;
            lastError: string | null;
        };
        GiftCardBalance: {
            balance: components["schemas"]["Money"];
            expiresAt: string | null;
        };
        /** @description A gift card, or the store credit of a customer. */
        CreditAccount: {
            id: string;
            /**
             * @description `gift_card`: spent by whoever has its code. `store_credit`: spent by one customer alone.
             * @enum {string}
             */
            kind: "gift_card" | "store_credit";
            /** @description The end of a gift card's code. */
            lastFour: string | null;
            customerId: string | null;
            /** @description What can be spent; the sum of its ledger. */
            balance: components["schemas"]["Money"];
            expiresAt: string | null;
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description Where this page stands in its list. */
        PageMeta: {
            limit: number;
            hasMore: boolean;
            nextCursor: string | null;
            prevCursor: string | null;
            /** @description Only with `count=true`. */
            total?: number;
        };
        IssuedCredit: {
            id: string;
            /**
             * @description `gift_card`: spent by whoever has its code. `store_credit`: spent by one customer alone.
             * @enum {string}
             */
            kind: "gift_card" | "store_credit";
            /** @description The end of a gift card's code. */
            lastFour: string | null;
            customerId: string | null;
            /** @description What can be spent; the sum of its ledger. */
            balance: components["schemas"]["Money"];
            expiresAt: string | null;
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description A gift card's code. It is told here alone: the shop keeps a hash of it, and this answer for a day for a retry, encrypted.
             * @example 7K2M-9QXD-0VTR-5HWE
             */
            code?: string;
        };
        /** @description A row of the ledger of a credit account. */
        CreditEntry: {
            id: string;
            /** @enum {string} */
            kind: "issued" | "held" | "released" | "refunded" | "adjusted";
            /** @description Below zero where it was spent. */
            amount: components["schemas"]["Money"];
            /** @description The payment, refund or request it came from. */
            reference: string;
            actor: string;
            note: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description A payment that the customer's bank takes back. */
        Dispute: {
            id: string;
            orderId: string;
            paymentId: string;
            /**
             * @description Stripe's id of it.
             * @example du_1SV…
             */
            providerId: string;
            /**
             * @description Stripe's word for it.
             * @example needs_response
             */
            status: string;
            /** @example product_not_received */
            reason: string;
            amount: components["schemas"]["Money"];
            /** @description Until when evidence is taken, in Stripe's dashboard. */
            evidenceDueAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
            closedAt: string | null;
        };
        /** @description How far a checkout or a refund is. */
        Workflow: {
            id: string;
            /** @enum {string} */
            kind: "checkout" | "refund";
            /** @description The order's or the refund's id. */
            subjectId: string;
            /**
             * @description `running`: the shop is to act. `waiting`: somebody else is, a payer or a bank. `compensated`: what was done has been taken back. `needs_person`: the shop has given up. `abandoned`: a person has.
             * @enum {string}
             */
            state: "running" | "waiting" | "succeeded" | "compensated" | "needs_person" | "abandoned";
            /** @example authorize */
            step: string;
            attempts: number;
            /** @description When the shop looks after it unless it has moved; null: it has all the time. */
            deadlineAt: string | null;
            lastError: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
            steps: components["schemas"]["WorkflowStep"][];
        };
        WorkflowStep: {
            /** @example authorize */
            name: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "compensated";
            /** @description How often it was looked after in vain. */
            attempts: number;
            error: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            startedAt: string;
            finishedAt: string | null;
        };
        /** @description A job of the queue. One that is done is not kept. */
        Job: {
            id: string;
            /** @example payments.refund */
            name: string;
            /**
             * @description `waiting` for a worker; `scheduled` for later; `running`; `failing`: tried in vain and to be tried again; `dead`: tried for the last time.
             * @enum {string}
             */
            state: "waiting" | "scheduled" | "running" | "failing" | "dead";
            /** @description What it is to be done with: ids. */
            payload: unknown;
            attempts: number;
            maxAttempts: number;
            lastError: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            runAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            updatedAt: string;
        };
        /** @description What the doctor found, on one snapshot of the database. */
        Diagnosis: {
            /** @description Every check was made, and none found anything. */
            healthy: boolean;
            findings: components["schemas"]["DoctorFinding"][];
            durationMs: number;
        };
        /** @description What one check found. */
        DoctorFinding: {
            /**
             * @description The name of the check.
             * @example S2b
             */
            id: string;
            /** @description What is to hold. */
            title: string;
            /**
             * @description `skipped` when the time was up before it was made.
             * @enum {string}
             */
            state: "ok" | "broken" | "skipped";
            /** @description Rows that were looked at. */
            examined: number;
            /** @description Rows that break it. */
            broken: number;
            /** @description The first of them. */
            offenders: components["schemas"]["DoctorOffender"][];
            /** @description Whether `npm run doctor -- --fix` can put it right. */
            fixable: boolean;
            durationMs: number;
        };
        DoctorOffender: {
            /** @description What is broken: an order, a payment, "variant@location" … */
            id: string;
            /** @description What is the matter with it, in words. */
            wrong: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Seconds until the next request may be made. */
        "Retry-After": number;
        /**
         * @description Of each limit that applies: requests left (`r`) and seconds until it is whole (`t`).
         * @example "10-in-1min"; r=0; t=42
         */
        RateLimit: string;
        /**
         * @description Of each limit that applies: requests (`q`) per window of seconds (`w`).
         * @example "10-in-1min"; q=10; w=60
         */
        "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProducts: {
        parameters: {
            query?: {
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
                /** @description Words that a product must have in its title, vendor, type, tags or description; the last may be the beginning of one. Accents, case and English endings do not matter. When nothing has them all, titles that are nearly so are found. */
                q?: string;
                /** @description Handle or id of a category; the categories below it are included. */
                category?: string;
                /** @description Handle or id of a collection. */
                collection?: string;
                /** @description A product must have every one of these; repeat it or separate by commas. */
                tag?: string | string[];
                vendor?: string;
                type?: string;
                /** @description `price[gte]`, `price[lte]`: a variant's price must lie between these, in minor units of `currency`. */
                price?: {
                    gte?: string;
                    lte?: string;
                };
                /** @description `true`: at least one variant can be bought; `false`: none can. */
                inStock?: "true" | "false";
                /** @description Comma-separated: title, createdAt, price, each with "-" before it for the other direction. By price (the cheapest variant's) only products with a price in the currency are listed. When not given: -createdAt, or the best match first when there is a `q`. */
                sort?: string;
                /** @description `true`: `meta.total` is given. */
                count?: "true" | "false";
                /** @description `true`: `meta.facets` is given. */
                facets?: "true" | "false";
                /** @description The currency of all prices. When not given: the shop's. */
                currency?: components["schemas"]["Currency"];
                /** @description Comma-separated: only these members of a product, besides its id. Of: id, handle, title, description, vendor, type, tags, status, available, priceRange, options, variants, images, categories, collections, seo, createdAt, updatedAt. */
                fields?: string;
                /** @description Comma-separated: `categories` adds the `ancestors` of each category, `collections` the `description` of each collection. */
                expand?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["Product"] | components["schemas"]["SparseProduct"])[];
                        meta: components["schemas"]["ProductListMeta"];
                    };
                };
            };
            /** @description The page is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description The currency of all prices. When not given: the shop's. */
                currency?: components["schemas"]["Currency"];
                /** @description Comma-separated: only these members of a product, besides its id. Of: id, handle, title, description, vendor, type, tags, status, available, priceRange, options, variants, images, categories, collections, seo, createdAt, updatedAt. */
                fields?: string;
                /** @description Comma-separated: `categories` adds the `ancestors` of each category, `collections` the `description` of each collection. */
                expand?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description The product's id or handle. */
                idOrHandle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Product"] | components["schemas"]["SparseProduct"];
                    };
                };
            };
            /** @description The product is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roots, each with its children. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Category"][];
                    };
                };
            };
            /** @description The tree is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collections. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Collection"][];
                    };
                };
            };
            /** @description The list is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "currency": "USD",
                 *       "items": [
                 *         {
                 *           "variantId": "var_01kagvrz8y0g2m4q6t8w0x2z4b",
                 *           "quantity": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What to pay in; the shop's own currency when not given. */
                    currency?: components["schemas"]["Currency"];
                    items?: {
                        variantId: string;
                        /** @example 2 */
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The whole cart. */
            201: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant cannot be bought. `currency_unavailable`: No price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCart: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description The cart is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCart: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "items": [
                 *         {
                 *           "variantId": "var_01kagvrz8y0g2m4q6t8w0x2z4b",
                 *           "quantity": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    email?: string | null;
                    /** @description Where to send it. Tax goes by its country and `region`, which for that purpose is the part of the ISO 3166-2 code after the hyphen: "CA" for California. */
                    shippingAddress?: components["schemas"]["Address"] | null;
                    /** @description Whom to bill; at checkout the shipping address stands in when there is none. */
                    billingAddress?: components["schemas"]["Address"] | null;
                    /** @description One of the cart's shipping options. */
                    shippingOptionId?: string | null;
                    promotionCodes?: string[];
                    /** @description The whole list: what it does not name is removed. A line whose variant is named keeps its id. */
                    items?: {
                        variantId: string;
                        /**
                         * @description 0 removes the line.
                         * @example 2
                         */
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has become an order. `out_of_stock`: Not enough stock. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed meanwhile. */
            412: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant cannot be bought. `currency_unavailable`: No price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `promotion_unavailable`: The promotion code cannot be used. `shipping_unavailable`: The shipping option is not available. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ShippingOption"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_incomplete`: The cart is not ready for checkout. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCartItem: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "variantId": "var_01kagvrz8y0g2m4q6t8w0x2z4b",
                 *       "quantity": 2
                 *     }
                 */
                "application/json": {
                    variantId: string;
                    /** @example 2 */
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description The whole cart. */
            201: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has become an order. `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed meanwhile. */
            412: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant cannot be bought. `currency_unavailable`: No price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCartItem: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                cartId: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has become an order. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed meanwhile. */
            412: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCartItem: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                cartId: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 3
                 *     }
                 */
                "application/json": {
                    /**
                     * @description 0 removes the line.
                     * @example 2
                     */
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has become an order. `out_of_stock`: Not enough stock. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed meanwhile. */
            412: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant cannot be bought. `currency_unavailable`: No price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkoutCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paymentProvider": "stripe",
                 *       "expectedTotal": {
                 *         "amount": 4498,
                 *         "currency": "USD"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description By which is paid what gift cards and store credit leave. `manual` is paid outside of the shop: bank transfer, cash on delivery. A shop may offer one of them alone (PAYMENT_PROVIDERS).
                     * @enum {string}
                     */
                    paymentProvider: "stripe" | "manual";
                    /**
                     * @description Codes of gift cards to pay with, each once. They are used up in this order as far as they are needed; a card that cannot be used at all is refused by its place (`giftCards.0`), and nothing is bought.
                     * @example [
                     *       "7K2M-9QXD-0VTR-5HWE"
                     *     ]
                     */
                    giftCards?: string[];
                    /** @description Whether the customer's store credit pays too, after the cards. Not for guests. */
                    useStoreCredit?: boolean;
                    /**
                     * @description What the shopper expects the order to cost, in minor units, whatever pays for it; a cart that costs something else is refused with 409 `price_changed`. Without it, the cart must still cost what the answer to the last write to it showed (or the refusal of an earlier checkout), shipping and tax included.
                     * @example {
                     *       "amount": 4498,
                     *       "currency": "USD"
                     *     }
                     */
                    expectedTotal?: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                };
            };
        };
        responses: {
            /** @description The order is placed. */
            201: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CheckoutResult"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has become an order. `price_changed`: The price has changed. `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It has changed meanwhile. */
            412: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_provider_unavailable`: The payment provider is not offered. `cart_incomplete`: The cart is not ready for checkout. `cart_limit_exceeded`: The cart would exceed a limit. `credit_unavailable`: The gift card or store credit cannot be used. `amount_too_small`: The amount is too small to be paid in this way. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A guest's key to the order, from the checkout's answer. */
                "x-order-token"?: string;
                "if-none-match"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description The order is still what `If-None-Match` names. */
            304: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description A guest's key to the order, from the checkout's answer. */
                "x-order-token"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OrderHistoryEntry"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
                /** @description A guest's key to the order, from the checkout's answer. */
                "x-order-token"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order is canceled. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderAsStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StaffOrder"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrderAsStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The order is canceled. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StaffOrder"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
                /** @description A guest's key to the order, from the checkout's answer. */
                "x-order-token"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payment"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_failed`: The payment failed. */
            402: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    captureOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order is paid. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_failed`: The payment failed. */
            402: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markOrderPaid: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Bank statement of 12 March"
                 *     }
                 */
                "application/json": {
                    /** @description Where it was seen; for the order's history. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The order is paid. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refunds. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Refund"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "itemId": "oi_01kagvrz8y0g2m4q6t8w0x2z4b",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "restock": true,
                 *       "reason": "requested_by_customer"
                 *     }
                 */
                "application/json": {
                    /** @description Instead of `lines` and `shipping`: money alone. It goes back exactly or not at all. */
                    amount?: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description Of the order, each once. Their amounts, with tax, are the shop’s to work out. */
                    lines?: {
                        itemId: string;
                        quantity: number;
                    }[];
                    /** @description With its tax: `true` for all that is left of it, or an amount. */
                    shipping?: true | {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description Needed with `lines`: whether their goods go back on the shelves they came from. */
                    restock?: boolean;
                    /** @enum {string} */
                    reason: "requested_by_customer" | "duplicate" | "fraudulent";
                    /** @description For staff; the customer does not see it. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The refund, under way. */
            201: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `refund_exceeds_payment`: Less than this is left to pay back. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_possible`: The refund is not possible. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund, under way again. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `refund_exceeds_payment`: Less than this is left to pay back. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGiftCardBalance: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "7K2M-9QXD-0VTR-5HWE"
                 *     }
                 */
                "application/json": {
                    /** @description As it is printed; spaces, hyphens and capitals do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description What can be spent. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GiftCardBalance"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCreditAccounts: {
        parameters: {
            query?: {
                kind?: "gift_card" | "store_credit";
                customerId?: string;
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts, newest first. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditAccount"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "gift_card",
                 *       "amount": {
                 *         "amount": 5000,
                 *         "currency": "USD"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    kind: "gift_card";
                    amount: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC.
                     * @example 2026-01-31T09:30:00.000Z
                     */
                    expiresAt?: string;
                    note?: string;
                } | {
                    /** @constant */
                    kind: "store_credit";
                    /** @description The customer's id. */
                    customerId: string;
                    amount: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /**
                     * Format: date-time
                     * @description RFC 3339, UTC.
                     * @example 2026-01-31T09:30:00.000Z
                     */
                    expiresAt?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["IssuedCredit"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCreditEntries: {
        parameters: {
            query?: {
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger, newest first. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditEntry"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is added; below zero, what is taken. */
                    amount: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description Why; it is kept in the audit. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_credit`: Not enough credit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableCredit: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                state?: "open" | "closed";
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of disputes. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Dispute"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkflows: {
        parameters: {
            query?: {
                /** @description One of the states, or `in_progress` (running or waiting), `stuck` (those of them that are past their deadline), `failed` (needs_person). */
                state?: "running" | "waiting" | "succeeded" | "compensated" | "needs_person" | "abandoned" | "in_progress" | "stuck" | "failed";
                kind?: "checkout" | "refund";
                /** @description The order's or the refund's id. */
                subject?: string;
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflows. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Workflow"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The workflow as it is now. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    abandonWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own making that makes a retry safe: the same key with the same request has one effect and one answer, for 24 hours. Make it unguessable (a random UUID), since a guest who repeats it from the same address and browser is given that answer. */
                "idempotency-key"?: string;
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The workflow as it is now. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                state?: "waiting" | "scheduled" | "running" | "failing" | "dead";
                name?: string;
                /** @description How many to return. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The job as it waits now. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardJob: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it is kept in the audit.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The job as it was. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The state does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runDoctor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, good or bad. */
            200: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Diagnosis"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Stripe's signature: `t=…,v1=…`. */
                "stripe-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StripeEvent"];
            };
        };
        responses: {
            /** @description The event is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
                    };
                };
            };
            /** @description `invalid_signature`: The signature is not valid. `malformed_json`: The body is not JSON. `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    /** @description The request's name, for the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Database, migrations and queue are there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        /** @description Each thing the process needs, and what is wrong with it. */
                        checks: {
                            [key: string]: "ok" | {
                                problem: string;
                            };
                        };
                    };
                };
            };
            /** @description Something is missing, or the process is shutting down. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        /** @description Each thing the process needs, and what is wrong with it. */
                        checks: {
                            [key: string]: "ok" | {
                                problem: string;
                            };
                        };
                    };
                };
            };
        };
    };
}
