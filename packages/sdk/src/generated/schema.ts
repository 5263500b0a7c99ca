// Written by `npm run generate` from the OpenAPI document; not to be edited.

export interface paths {
    "/api/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Discover the API
         * @description Links to every resource, so that a client needs to know only this address.
         */
        get: operations["getRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the shop's name, currencies and countries
         * @description What a storefront needs for its forms: currencies with prices, countries that the shop ships to, whether prices include tax, and the payment providers.
         */
        get: operations["getShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/proof-of-work/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a challenge to solve
         * @description A client need not ask: a request that lacks a proof is refused with `proof_of_work_required`, and the refusal contains a `challenge`. Give it to ALTCHA’s widget or library, and send the request again with its payload in `X-Proof-Of-Work`. A challenge is valid for five minutes, and its solution once.
         */
        get: operations["getProofOfWorkChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List, search and filter products
         * @description Active products, with what a storefront needs to show them. Use the cursors in `meta` or the `Link` header to read further pages; a cursor is valid for the filters and the order it was issued for.
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
        /**
         * Get a product
         * @description By its id or handle, with its variants, their prices in one currency and their availability. `fields` and `expand` shape the answer.
         */
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
         * Get the category tree
         * @description The whole tree; `GET /products?category=` takes its handles.
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
         * @description All collections, by title; `GET /products?collection=` takes their handles.
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
    "/api/v1/countries/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a country's address form
         * @description The fields of an address in this country, in their order: labels, which fields are required, and the regions to choose from.
         */
        get: operations["getCountry"];
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
         * Create a cart
         * @description Creates a cart, empty or with items. Anyone who knows the id of a guest's cart can use it, so keep the id secret.
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
         * @description Prices, stock, shipping and tax are current; for a completed cart, prices, shipping and tax are those of its order. Exclusive tax is shown once there is an address; inclusive tax is shown from the start.
         */
        get: operations["getCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a cart
         * @description Changes any part of a cart in one write, completely or not at all; null clears a member. A shipping option that no longer applies after the change (another country, too heavy, nothing to ship) is removed, unless this request names it: then the answer is 422. With `If-Match`, the write is refused (412) if the cart has been written to since. The entity tag is `"<version>.<hash>"`; a write compares only the version, so that a changed catalogue price does not refuse it.
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
         * List a cart's shipping options
         * @description The options for the cart's shipping address, weight and currency, with their prices. Empty when the cart holds nothing to ship.
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
         * Add an item to a cart
         * @description Adds to the variant's line, or creates it. With `If-Match`, the write is refused (412) if the cart has been written to since. The entity tag is `"<version>.<hash>"`; a write compares only the version, so that a changed catalogue price does not refuse it.
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
         * Remove a line from a cart
         * @description With `If-Match`, the write is refused (412) if the cart has been written to since. The entity tag is `"<version>.<hash>"`; a write compares only the version, so that a changed catalogue price does not refuse it.
         */
        delete: operations["removeCartItem"];
        options?: never;
        head?: never;
        /**
         * Change the quantity of a line
         * @description 0 removes the line. With `If-Match`, the write is refused (412) if the cart has been written to since. The entity tag is `"<version>.<hash>"`; a write compares only the version, so that a changed catalogue price does not refuse it.
         */
        patch: operations["updateCartItem"];
        trace?: never;
    };
    "/api/v1/carts/{cartId}/payment-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a cart's payment options
         * @description How the cart can be paid, with what a payment form needs before there is an order. Empty when nothing is left to pay; a provider that cannot take the amount is left out. `manual` has no form.
         */
        get: operations["listPaymentOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * Check out a cart
         * @description Turns the cart into an order: reserves the stock, places the order, then starts its payment. When the provider cannot be reached, the order is placed nevertheless, with a `pending` payment that has no `clientSecret` yet. An order that is not paid in time expires and releases its stock. Amounts of gift cards and store credit are held now; they are captured when the rest is paid, and released with the stock. `payment` is the payment that is still open, `order.payments` lists all of them. An order that credit pays in full is confirmed at once. With `If-Match`, the checkout is refused (412) if the cart has been written to since; the answer `price_changed` counts as such a write and carries the new tag. The number of unpaid orders per client address and e-mail address is limited (429, `too_many_unpaid_orders`). Each of the `giftCards` counts towards the rate limit of balance requests (429).
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
         * @description For its customer, or for a guest with the header X-Order-Token.
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
         * @description Every change of its three statuses, oldest first.
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
         * Cancel an order
         * @description For orders of which nothing has been sent: by the customer, or by a guest with the header X-Order-Token. The payment is canceled at its provider first, so that no money can arrive afterwards; then the stock is released. What was already paid is refunded in full.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my orders
         * @description Newest first. Orders that were placed as a guest are among them once their address is proved, or once they are claimed. Get one by `GET /orders/{id}`: a session needs no order token.
         *
         *     Requires the permission `orders:read:own`.
         */
        get: operations["listOwnOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/orders/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an order that I placed as a guest
         * @description The token of an order proves that it is yours. Claiming it again changes nothing. A wrong number, a wrong token and an order of another customer are the same 404. Attempts are limited (429).
         *
         *     Requires the permission `orders:claim:own`.
         */
        post: operations["claimOrder"];
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
         * Get an order with its payments' figures and refunds
         * @description What the customer sees, and for each payment what was authorized, captured, refunded and disputed, with the provider's ids.
         *
         *     Requires the permission `orders:read`.
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
         * Cancel an order as staff
         * @description Same as the customer's cancellation, with a reason for the order's history.
         *
         *     Requires the permission `orders:cancel`.
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
         * @description Use it after a reload, a declined card, or a checkout during which the payment provider could not be reached. Returns the open payment; replaces a payment that the provider has canceled, and one whose authorization ended before staff captured it, although its order is already confirmed.
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
         * Capture an order's authorized payment
         * @description With manual capture (`STRIPE_CAPTURE_METHOD`) an order is confirmed when its payment is authorized, and paid when it is captured here: in full, within the week for which banks hold the amount. Canceling the order voids the authorization instead. When the authorization ends before that, the order stays confirmed and unpaid: the customer can pay again (`payOrder`), and staff get a mail.
         *
         *     Requires the permission `orders:capture`.
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
         * Record a manual payment
         * @description For bank transfer and cash on delivery: records that the full amount has been received.
         *
         *     Requires the permission `orders:capture`.
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
         *     Requires the permission `orders:read`.
         */
        get: operations["listRefunds"];
        put?: never;
        /**
         * Refund an order, in whole or in part
         * @description Refunds an amount, or lines with quantities and shipping. The refund is recorded at once, and jobs pay it back through the payments of the order, cards first. For a manual payment it records what staff have paid back. Lines are refunded at what was charged for them, or at what is left of the order when that is less because an amount was refunded before; their goods are restocked also when nothing is left. More units or a larger amount than are left is a 409, whose `left` says what can be refunded: `total` overall, and at most that much of `shipping` and of each of the `lines`. When everything that was paid for an order has been refunded, amounts that gift cards and store credit still hold for it (after a partial capture) are released.
         *
         *     Requires the permission `orders:refund`.
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
         * @description A refund has succeeded when all of its transfers have; a card takes seconds, some banks take days.
         *
         *     Requires the permission `orders:read`.
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
         * Retry a failed refund
         * @description Retries failed transfers; a transfer that must be paid back manually is recorded as done. For a canceled or expired order, what is left is refunded: when that is less, by another refund, which is then returned. A refund that has succeeded, or that waits for an open dispute, is a 409.
         *
         *     Requires the permission `orders:refund`.
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
         * Get the balance of a gift card
         * @description A POST, so that the code appears in no log and no browser history. A client address may ask ten times a minute, unless the shop sets another limit (`CODE_RATE_LIMIT_MAX`); gift cards of checkouts count too.
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
         * @description Newest first; filter by customer with `customerId`. Codes are never shown again.
         *
         *     Requires the permission `creditAccounts:read`.
         */
        get: operations["listCreditAccounts"];
        put?: never;
        /**
         * Issue a gift card or store credit
         * @description This is the only answer that contains a gift card's code. It is stored encrypted for a day, for retries; the shop keeps a hash of the code.
         *
         *     Requires the permission `creditAccounts:write`.
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
         * @description The balance is what can be spent: amounts that are held for orders are already deducted.
         *
         *     Requires the permission `creditAccounts:read`.
         */
        get: operations["getCreditAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enable, disable or extend a gift card or store credit
         * @description Absent members keep their values, and repeating the same change changes nothing. With `If-Match`, the change is refused (412) if the account or its balance has changed since. Amounts held for an order stay held.
         *
         *     Requires the permission `creditAccounts:write`.
         */
        patch: operations["changeCredit"];
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
         * @description Every change of the balance, which is the sum of the entries. Entries are never altered.
         *
         *     Requires the permission `creditAccounts:read`.
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
         * Adjust the balance of a credit account
         * @description Adds to the balance or deducts from it, with a reason. Deducting more than can be spent is a 422: what is held for an order stays held. With `If-Match`, the adjustment is refused (412) if the account or its balance has changed since.
         *
         *     Requires the permission `creditAccounts:write`.
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
         * @description Amounts held for an order stay held; nothing more can be spent. With `If-Match`, the account is disabled only as it was read (412 otherwise).
         *
         *     Requires the permission `creditAccounts:write`.
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
         * List disputes
         * @description Newest first. Submit evidence in the payment provider’s dashboard, by `evidenceDueAt`.
         *
         *     Requires the permission `disputes:read`.
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
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an account
         * @description The answer is the same whether the address is known. Its owner gets a mail: to verify the address, or that there is an account already.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description An unknown address, a wrong password and a disabled account get the same refusal. `factor_required` asks for a second factor.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token
         * @description Each token is exchanged once, for an access token and the next refresh token. One that comes again ends its session, except within ten seconds while its successor is unused: two tabs may race.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the access token, or of the refresh token where that one has expired. Without a session it does nothing.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who is signed in
         * @description Requires the permission `account:read:own`.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all permissions
         * @description Each with the built-in roles that hold it, and the routes that require it.
         *
         *     Requires the permission `roles:read`.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles
         * @description All of them, built-in ones first.
         *
         *     Requires the permission `roles:read`.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role
         * @description You can put a permission into a role, or take it out, only if you hold it yourself.
         *
         *     Requires the permission `roles:write`.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a role
         * @description Requires the permission `roles:read`.
         */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /**
         * Delete a role
         * @description Only a role of the shop’s own that no one is granted.
         *
         *     Requires the permission `roles:write`.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /**
         * Change a role
         * @description You can put a permission into a role, or take it out, only if you hold it yourself. The people who are granted the role have the change within a second. The role `owner` always holds everything.
         *
         *     Requires the permission `roles:write`.
         */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my profile
         * @description Requires the permission `profile:read:own`.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update my profile
         * @description Null clears a member. The e-mail address changes only once the new one is proved: see `POST /auth/change-email`. With `If-Match`, the write is refused (412) if it has changed since.
         *
         *     Requires the permission `profile:write:own`.
         */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/api/v1/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my addresses
         * @description The whole address book, newest first: at most 50 entries.
         *
         *     Requires the permission `addresses:read:own`.
         */
        get: operations["listAddresses"];
        put?: never;
        /**
         * Save an address
         * @description At most 50. The address follows the rules of its country, as that of a cart does.
         *
         *     Requires the permission `addresses:write:own`.
         */
        post: operations["createAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one of my addresses
         * @description Requires the permission `addresses:read:own`.
         */
        get: operations["getAddress"];
        put?: never;
        post?: never;
        /**
         * Remove one of my addresses
         * @description Answers with the entry as it was. With `If-Match`, the write is refused (412) if it has changed since.
         *
         *     Requires the permission `addresses:write:own`.
         */
        delete: operations["removeAddress"];
        options?: never;
        head?: never;
        /**
         * Update one of my addresses
         * @description `address` replaces the whole address. Carts and orders that have a copy stay as they are. With `If-Match`, the write is refused (412) if it has changed since.
         *
         *     Requires the permission `addresses:write:own`.
         */
        patch: operations["updateAddress"];
        trace?: never;
    };
    "/api/v1/me/data-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a copy of your data
         * @description A job makes a zip of NDJSON files with all that the shop has of you, and a mail with a link to it follows; the link works for 7 days. While one is being made, and for an hour after, the same request is returned.
         *
         *     Requires the permission `dataExports:write:own`.
         */
        post: operations["requestDataExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/data-export/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a data export
         * @description `download` is there once `state` is `done`.
         *
         *     Requires the permission `dataExports:read:own`.
         */
        get: operations["getDataExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-exports/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the link of a data export
         * @description Exchanges the token of the mail, which works for 7 days, for an address that works for minutes. A POST, so that the token appears in no log.
         */
        post: operations["openDataExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have your data erased
         * @description Ends all sessions at once and erases within the hour; it cannot be taken back. Needs a sign-in or a second factor of the last minutes (`POST /auth/step-up`). Refused while an order is unpaid, unshipped, disputed or being refunded, and while store credit is left unless `forfeitCredit` is true: `errors` names each, with the id of the order in `path`. Amounts, taxes and the country of orders stay, and that the address wants no newsletter.
         *
         *     Requires the permission `erasures:write:own`.
         */
        post: operations["requestErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers/{customerId}/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a customer's data requests
         * @description The latest hundred, newest first.
         *
         *     Requires the permission `customers:export`.
         */
        get: operations["listDataRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers/{customerId}/data-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a customer a copy of their data
         * @description The link is mailed to the customer; staff do not get it.
         *
         *     Requires the permission `customers:export`.
         */
        post: operations["exportCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers/{customerId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a customer's data
         * @description As when the customer asks for it. It cannot be taken back.
         *
         *     Requires the permission `customers:erase`.
         */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members of staff
         * @description Everyone who has been granted a role, newest first.
         *
         *     Requires the permission `staff:read`.
         */
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/staff/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a member of staff
         * @description Requires the permission `staff:read`.
         */
        get: operations["getStaffMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/staff/{userId}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant a role
         * @description The person’s address must be verified. Granting it again sets when it expires. You can do this only if you hold each permission of the role yourself. No one changes their own roles in this way.
         *
         *     Requires the permission `staff:write`.
         */
        put: operations["grantRole"];
        post?: never;
        /**
         * Revoke a role
         * @description You can do this only if you hold each permission of the role yourself. The last owner stays one.
         *
         *     Requires the permission `staff:write`.
         */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/staff/{userId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a member of staff
         * @description Ends all sessions; the person can no longer sign in. You can do this only if you hold each of the member’s permissions yourself. The last owner cannot be disabled.
         *
         *     Requires the permission `staff:write`.
         */
        post: operations["disableStaffMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/staff/{userId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a member of staff
         * @description The person can sign in again, with the same roles. You can do this only if you hold each of the member’s permissions yourself.
         *
         *     Requires the permission `staff:write`.
         */
        post: operations["enableStaffMember"];
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
         * List workflows
         * @description Checkouts and refunds, newest first, each with its steps. `state=failed` lists those that need attention.
         *
         *     Requires the permission `workflows:read`.
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
         * @description Its current step, the attempts on it, and the last error.
         *
         *     Requires the permission `workflows:read`.
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
         * Resume a workflow
         * @description For a workflow that is stuck or needs attention: the shop asks the provider for the current state and continues from there. A finished workflow is a 409.
         *
         *     Requires the permission `workflows:write`.
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
         * Abandon a workflow
         * @description Undoes what the workflow has done. A checkout: cancels the order, releases its stock and refunds what was paid. A refund: stops trying; the amount that it had reserved can be refunded again.
         *
         *     Requires the permission `workflows:write`.
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
         * List jobs
         * @description Newest first. `state=dead` lists the jobs that are no longer retried.
         *
         *     Requires the permission `jobs:read`.
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
         * Get a job
         * @description Available until the job succeeds, since a finished job is not kept.
         *
         *     Requires the permission `jobs:read`.
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
         * Retry a job now
         * @description The job gets all its attempts back, also when it is dead.
         *
         *     Requires the permission `jobs:write`.
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
         * Discard a job
         * @description Removes the job from the queue. Its definition is kept in the audit log.
         *
         *     Requires the permission `jobs:write`.
         */
        post: operations["discardJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done by hand
         * @description Newest first. `npm run doctor` verifies that no entry was changed or removed.
         *
         *     Requires the permission `audit:read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description All entries that the filters leave, newest first, one JSON document on each line (NDJSON). The export is itself an entry. When it cannot be completed, the connection is broken off.
         *
         *     Requires the permission `audit:read`.
         */
        get: operations["exportAuditEntries"];
        put?: never;
        post?: never;
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
         * Check the shop's invariants
         * @description Runs the quick checks of `npm run doctor` on one read-only snapshot. Checks that do not finish within five seconds are `skipped`.
         *
         *     Requires the permission `doctor:run`.
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
    "/api/v1/admin/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the setup checklist
         * @description What is missing before the first sale: products, a shipping zone and option for the default country, tax, the sender of mails, the mail server, the payment providers. Each step has its state and what to do next. `npm run shop:apply` sets up zones, rates and taxes.
         *
         *     Requires the permission `setup:read`.
         */
        get: operations["getSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an event from a payment provider
         * @description Called by payment providers. Register `/webhooks/stripe` as the webhook endpoint at Stripe and give its secret to the shop (`STRIPE_WEBHOOK_SECRET`). The signature, in a header of the provider’s (`Stripe-Signature`), is verified over the raw body; the event is stored and processed by a job, so a second delivery changes nothing. After any answer but 200, the provider delivers the event again; Stripe does so for up to three days.
         */
        post: operations["receiveProviderEvent"];
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
        /**
         * Check whether the process is alive
         * @description For a liveness probe. It checks no dependency, so that a database outage does not get the processes killed.
         */
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
        /**
         * Check whether the process is ready
         * @description For a readiness probe and load balancers: whether the database answers and accepts writes, the migrations are applied, the queue exists, and the process is not shutting down.
         */
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
        AddressInput: {
            firstName: string;
            lastName: string;
            company?: string | null;
            line1: string;
            line2?: string | null;
            /** @description Required in nearly every country. */
            city?: string | null;
            /** @description State, province or prefecture: the part of its ISO 3166-2 code after the hyphen (`CA`), which determines tax. A known name (`California`) is stored as its code; see `GET /countries/{code}`. */
            region?: string | null;
            /** @description Required in countries whose addresses need a postal code. Stored in capitals; a code that does not match the country’s pattern is accepted. */
            postalCode?: string | null;
            /**
             * @description ISO 3166-1 alpha-2, or XK for Kosovo.
             * @example US
             */
            country: string;
            phone?: string | null;
        };
        /**
         * @description `resource:action`, or `resource:action:own`.
         * @enum {string}
         */
        Permission: "buyers:address" | "orders:read" | "orders:cancel" | "orders:capture" | "orders:refund" | "disputes:read" | "creditAccounts:read" | "creditAccounts:write" | "customers:export" | "customers:erase" | "roles:read" | "roles:write" | "owners:write" | "staff:read" | "staff:write" | "workflows:read" | "workflows:write" | "jobs:read" | "jobs:write" | "audit:read" | "doctor:run" | "setup:read" | "orders:read:own" | "orders:claim:own" | "account:read:own" | "account:write:own" | "profile:read:own" | "profile:write:own" | "addresses:read:own" | "addresses:write:own" | "dataExports:read:own" | "dataExports:write:own" | "erasures:write:own";
        /** @description An event as the API of its provider describes it. */
        ProviderEvent: {
            [key: string]: unknown;
        };
        /** @description The entry point of the API. */
        Root: {
            name: string;
            /** @description Of the API document. */
            version: string;
            /** @description By relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
        };
        /** @description A link (as in HAL). */
        Link: {
            /** @description A path on this host, or a URI template (RFC 6570). */
            href: string;
            /** @constant */
            templated?: true;
            title: string;
        };
        /** @description An error (RFC 9457). */
        Problem: {
            /** @description Link to the documentation of the code. */
            type: string;
            /** @description The kind of problem. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description A stable identifier, for programs.
             * @enum {string}
             */
            code: "validation_failed" | "malformed_json" | "invalid_cursor" | "idempotency_key_required" | "invalid_signature" | "unauthorized" | "invalid_credentials" | "invalid_refresh_token" | "payment_failed" | "forbidden" | "proof_of_work_required" | "email_not_verified" | "factor_required" | "csrf_token_invalid" | "factor_enrolment_required" | "permission_not_held" | "own_role" | "not_found" | "route_not_found" | "method_not_allowed" | "state_conflict" | "idempotency_in_flight" | "out_of_stock" | "cart_completed" | "price_changed" | "refund_exceeds_payment" | "erasure_blocked" | "role_name_taken" | "role_in_use" | "last_owner" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "range_not_satisfiable" | "expectation_failed" | "idempotency_key_reused" | "shipping_unavailable" | "cart_incomplete" | "cart_limit_exceeded" | "variant_unavailable" | "currency_unavailable" | "promotion_unavailable" | "amount_too_small" | "amount_too_large" | "payment_provider_unavailable" | "refund_not_possible" | "insufficient_credit" | "credit_unavailable" | "password_too_weak" | "address_limit_exceeded" | "role_built_in" | "role_permission_unfit" | "rate_limited" | "internal_error" | "service_unavailable";
            /** @description Identifies the request in the shop's log. */
            requestId: string;
            /** @description Every invalid field, up to fifty. */
            errors: {
                /** @description Where, such as `items.0.quantity`. */
                path: string;
                /** @description What kind. */
                code: string;
                /** @description In words. */
                message: string;
            }[];
            /** @description The number of invalid fields, when it exceeds `errors`. */
            errorCount?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What a storefront needs before it shows anything. */
        Shop: {
            name: string;
            /** @description The currency of carts that name none. */
            defaultCurrency: string;
            /** @description Currencies in which something has a price; the default currency is always first. */
            currencies: string[];
            /** @description The country for which tax and shipping are estimated until the address is known. */
            defaultCountry: string;
            /** @description Countries that the shop ships to: ISO 3166-1 alpha-2, in alphabetical order. Empty when nothing can be shipped yet. */
            countries: string[];
            /**
             * @description Whether prices include the tax of the default country.
             * @enum {string}
             */
            taxDisplay: "inclusive" | "exclusive";
            /**
             * @description The payment providers that checkouts can use.
             * @example [
             *       "stripe"
             *     ]
             */
            paymentProviders: string[];
        };
        ProofOfWorkChallenge: {
            /** @description As ALTCHA’s widget and libraries (version 2) take them. */
            parameters: {
                /** @example PBKDF2/SHA-256 */
                algorithm: string;
                cost: number;
                keyLength: number;
                keyPrefix: string;
                nonce: string;
                salt: string;
                /** @description Seconds since 1970. */
                expiresAt: number;
                data: {
                    /** @enum {string} */
                    purpose: "sign_in" | "registration";
                };
            };
            signature: string;
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
             * @description Only active products are listed.
             * @constant
             */
            status: "active";
            /** @description Whether at least one variant can be bought now. */
            available: boolean;
            /** @description The range over the variants; null without a price in the currency. */
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
        /** @description A buyable form of a product. */
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
            /** @description Null without a price in the requested currency. */
            price: components["schemas"]["Money"] | null;
            /** @description The higher price to show beside the current one. */
            compareAtPrice: components["schemas"]["Money"] | null;
            /** @description Whether it can be bought now: in stock, not tracked, or sold on backorder. */
            available: boolean;
            /**
             * @description `continue` sells it beyond its stock (backorder); `deny` does not.
             * @enum {string}
             */
            inventoryPolicy: "deny" | "continue";
            position: number;
            /** @description The picture of this variant. */
            imageId: string | null;
        };
        /** @description A picture of a product. */
        ProductImage: {
            id: string;
            /** @example https://shop.example/media/tee.jpg */
            url: string;
            alt: string;
            position: number;
            /** @description Pixels; null while unknown. */
            width: number | null;
            /** @description Pixels; null while unknown. */
            height: number | null;
            /** @description The variants that it shows. */
            variants: string[];
            /** @description Smaller sizes and other formats, for `srcset`. */
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
             * @description A readable, unique name for URLs.
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
            /** @description From the root to the parent. Only with `expand=categories`. */
            ancestors?: {
                id: string;
                /**
                 * @description A readable, unique name for URLs.
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
             * @description A readable, unique name for URLs.
             * @example shirts
             */
            handle: string;
            /** @example Summer */
            title: string;
            /** @description Only with `expand=collections`. */
            description?: string;
        };
        /** @description The members that `fields` names, and the id. */
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
             * @description Only active products are listed.
             * @constant
             */
            status?: "active";
            /** @description Whether at least one variant can be bought now. */
            available?: boolean;
            /** @description The range over the variants; null without a price in the currency. */
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
        /** @description The values among the products that pass all filters, each with the number of products; the 100 most frequent of each kind. */
        ProductFacets: {
            /** @description Counts products of the categories below it too. */
            categories: {
                id: string;
                /**
                 * @description A readable, unique name for URLs.
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
        /**
         * @description A category with everything below it.
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
             * @description A readable, unique name for URLs.
             * @example shirts
             */
            handle: string;
            /** @example Shirts */
            name: string;
            /** @example apparel */
            path: string;
            /** @description In display order. */
            children: components["schemas"]["Category"][];
        };
        /**
         * @description A set of products that staff have chosen.
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
             * @description A readable, unique name for URLs.
             * @example shirts
             */
            handle: string;
            /** @example Summer */
            title: string;
            description: string;
        };
        /** @description The address form of a country. */
        CountryForm: {
            /**
             * @description ISO 3166-1 alpha-2, or XK for Kosovo.
             * @example US
             */
            code: string;
            /**
             * @description In English.
             * @example United States
             */
            name: string;
            /** @description In the order in which people there fill them in. A field that is not listed is not used there, such as a postal code in Hong Kong. */
            fields: components["schemas"]["AddressField"][];
            /**
             * @description How an address is written in Latin letters, line by line.
             * @example [
             *       "{firstName} {lastName}",
             *       "{line1}",
             *       "{city}, {region} {postalCode}",
             *       "{country}"
             *     ]
             */
            lines: string[];
            /** @description Null where there are no postal codes. */
            postalCode: {
                /** @description A regular expression for the whole code in capitals, usable as an input's `pattern`. Warn, do not refuse: the shop accepts a code that does not match, since no list is always up to date. */
                pattern: string;
                examples: string[];
            } | null;
            /** @description The regions to choose from; empty when none are known. */
            regions: components["schemas"]["Region"][];
        };
        /** @description A field of an address form. */
        AddressField: {
            /**
             * @description The member of the address.
             * @enum {string}
             */
            name: "firstName" | "lastName" | "company" | "line1" | "line2" | "city" | "region" | "postalCode" | "phone";
            /**
             * @description What the field is called there, to look up a label in your own languages: `state`, `prefecture`, `county`; `zip`, `eircode`, `pin`, `postal`; `city`, `suburb`, `post_town`, `district`; otherwise the name.
             * @example state
             */
            term: string;
            /**
             * @description In English.
             * @example State
             */
            label: string;
            /** @description Whether addresses there need it. The shop enforces it too, except for `region`. */
            required: boolean;
            /**
             * @description The value for the `autocomplete` attribute of an input.
             * @example address-level1
             */
            autocomplete: string;
        };
        /** @description A state, province, prefecture … */
        Region: {
            /**
             * @description The value of `region` in an address.
             * @example CA
             */
            code: string;
            /**
             * @description In Latin letters.
             * @example California
             */
            name: string;
            /** @description In the local script. */
            localName: string;
        };
        /** @description A cart with current prices; a completed cart has the prices of its order. */
        Cart: {
            /** @description Secret: anyone who knows it can use the cart. */
            id: string;
            /** @description Increases with every write. */
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
            /** @description The chosen option; null when none is chosen or it no longer applies. */
            shippingOption: components["schemas"]["ShippingOption"] | null;
            promotionCodes: string[];
            items: components["schemas"]["CartItem"][];
            totals: components["schemas"]["Totals"];
            /** @description Whether prices include tax. */
            taxInclusive: boolean;
            requiresShipping: boolean;
            /**
             * Format: date-time
             * @description Extended by every write.
             * @example 2026-01-31T09:30:00.000Z
             */
            expiresAt: string;
        };
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
            city?: string | null;
            region?: string | null;
            postalCode?: string | null;
            /**
             * @description ISO 3166-1 alpha-2, or XK for Kosovo.
             * @example US
             */
            country: string;
            phone?: string | null;
        };
        /** @description A way to ship this cart, and its price. */
        ShippingOption: {
            id: string;
            /** @example Standard */
            name: string;
            /** @example 3 to 5 working days */
            description: string;
            /** @description The price for this cart, without exclusive tax. */
            amount: components["schemas"]["Money"];
        };
        /** @description A line of a cart: a variant and its quantity. */
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
            /** @description The current price of one unit; for a completed cart, the price it was bought at. */
            unitPrice: components["schemas"]["Money"];
            /** @description Its share of the cart's tax; contained in `total` where prices include tax. */
            tax: components["schemas"]["Money"];
            /** @description Unit price × quantity, minus its share of the discount. */
            total: components["schemas"]["Money"];
            /** @description Whether this quantity can be bought now. */
            available: boolean;
        };
        /** @description The sums of a cart or an order. */
        Totals: {
            /** @description The lines, before discounts. */
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            /** @description Negative, and present only where the sum cannot be paid exactly: providers accept three-decimal currencies in steps of 0.010. */
            rounding?: components["schemas"]["Money"];
            /** @description The amount to pay: subtotal − discount + shipping, + tax where prices exclude it, + rounding if any. */
            total: components["schemas"]["Money"];
        };
        /**
         * @description One way to pay a cart.
         * @example {
         *       "provider": "stripe",
         *       "captureMethod": "automatic",
         *       "amount": {
         *         "amount": 4498,
         *         "currency": "USD"
         *       },
         *       "publishableKey": "pk_live_51N…"
         *     }
         */
        PaymentOption: {
            /**
             * @description `stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.
             * @example stripe
             */
            provider: string;
            /**
             * @description Whether the money is captured as it is authorized, or later by staff.
             * @enum {string}
             */
            captureMethod: "automatic" | "manual";
            /** @description What it would take, beside the credit. */
            amount: components["schemas"]["Money"];
            /** @description For the provider's form, which can be shown with the amount. */
            publishableKey?: string;
            /** @description Only with the local sandbox: its address. */
            apiBase?: string;
        };
        /** @description The placed order and its open payment. */
        CheckoutResult: {
            order: components["schemas"]["Order"];
            payment: components["schemas"]["Payment"];
            /** @description Grants a guest access to the order, in the header X-Order-Token. Store it. */
            orderToken?: string;
        };
        /** @description An order, with names and prices as they were when it was placed. */
        Order: {
            id: string;
            /**
             * @description For people; rises, with gaps.
             * @example 1001
             */
            number: number;
            cartId: string;
            /**
             * @description `pending` until it is paid; with manual payment it is `confirmed` at once.
             * @enum {string}
             */
            status: "pending" | "confirmed" | "completed" | "canceled" | "expired";
            /**
             * @description `partially_paid`: less than the total was captured, for example because part of an authorization was captured in the payment provider’s dashboard; staff decide.
             * @enum {string}
             */
            paymentStatus: "unpaid" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
            /** @enum {string} */
            fulfillmentStatus: "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered" | "returned";
            currency: components["schemas"]["Currency"];
            email: string;
            /**
             * @description Language and region (BCP 47) of the mails about it; null: the shop’s own (DEFAULT_LOCALE).
             * @example de-DE
             */
            locale: string | null;
            items: components["schemas"]["OrderItem"][];
            /** @description total = subtotal − discount + shipping (+ tax unless inclusive) + rounding. */
            totals: {
                subtotal: components["schemas"]["Money"];
                discount: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                /** @description Negative, and present only where the sum cannot be paid exactly. */
                rounding?: components["schemas"]["Money"];
                /** @description The exact amount to pay. */
                total: components["schemas"]["Money"];
            };
            /** @description Whether prices include tax. */
            taxInclusive: boolean;
            shippingAddress: components["schemas"]["Address"] | null;
            billingAddress: components["schemas"]["Address"];
            shippingOption: components["schemas"]["OrderShippingOption"] | null;
            /** @description Oldest first. */
            payments: components["schemas"]["OrderPayment"][];
            /** @description Oldest first. */
            refunds: components["schemas"]["OrderRefund"][];
            /** @description When the order expires and releases its stock unless it is paid; null when it does not expire. */
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
            /** @description The title at the time of the order. */
            title: string;
            variantTitle: string;
            sku: string | null;
            quantity: number;
            unitPrice: components["schemas"]["Money"];
            /** @description Its share of the order's tax. */
            tax: components["schemas"]["Money"];
            /** @description unitPrice × quantity, minus its share of the discount. */
            total: components["schemas"]["Money"];
        };
        /** @description The shipping option at the time of the order. */
        OrderShippingOption: {
            id: string;
            name: string;
            amount: components["schemas"]["Money"];
        };
        /** @description A payment of an order. */
        OrderPayment: {
            id: string;
            /**
             * @description `stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.
             * @example stripe
             */
            provider: string;
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last attempt to pay failed. */
            lastError: string | null;
            /** @description The last four characters of the gift card's code; null for other payments. */
            lastFour: string | null;
        };
        /** @description Money that was paid back, or is being paid back. */
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
         * @description What a browser needs to confirm the payment.
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
             * @description `stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.
             * @example stripe
             */
            provider: string;
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last attempt to pay failed; only with `status: failed`. */
            lastError?: string;
            /** @description The last four characters of the gift card's code, when a gift card has paid all of it. */
            lastFour?: string;
            /** @description For the form of the provider (Stripe.js). Absent when there is nothing to pay online, when there is a `redirectUrl`, and while the provider cannot be reached: then get it later with `POST /orders/{orderId}/payment`. */
            clientSecret?: string;
            /** @description Goes with `clientSecret`. */
            publishableKey?: string;
            /** @description Only with the local sandbox: where to confirm the payment instead of with Stripe.js. */
            apiBase?: string;
            /** @description The page of the provider on which the payer pays, where it has no form. */
            redirectUrl?: string;
        };
        /** @description A change of one of an order's statuses. */
        OrderHistoryEntry: {
            /**
             * @description Which of the three statuses changed.
             * @enum {string}
             */
            axis: "order" | "payment" | "fulfillment";
            /** @description Null for the first status. */
            from: string | null;
            to: string;
            /** @example paid */
            reason: string;
            /**
             * @description `system`, `guest`, `customer`, `staff`, or the name of a payment provider.
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
        /** @description An order in a list. */
        OrderSummary: {
            id: string;
            /**
             * @description For people; rises, with gaps.
             * @example 1001
             */
            number: number;
            /**
             * @description `pending` until it is paid; with manual payment it is `confirmed` at once.
             * @enum {string}
             */
            status: "pending" | "confirmed" | "completed" | "canceled" | "expired";
            /**
             * @description `partially_paid`: less than the total was captured, for example because part of an authorization was captured in the payment provider’s dashboard; staff decide.
             * @enum {string}
             */
            paymentStatus: "unpaid" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
            /** @enum {string} */
            fulfillmentStatus: "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered" | "returned";
            currency: components["schemas"]["Currency"];
            total: components["schemas"]["Money"];
            /** @description The first three lines. */
            items: {
                /** @description The title at the time of the order. */
                title: string;
                variantTitle: string;
                quantity: number;
            }[];
            /** @description The number of all lines. */
            lineCount: number;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            placedAt: string;
        };
        /** @description The position of this page in its list. */
        PageMeta: {
            limit: number;
            hasMore: boolean;
            nextCursor: string | null;
            prevCursor: string | null;
            /** @description Only with `count=true`. */
            total?: number;
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
             * @description `pending` until it is paid; with manual payment it is `confirmed` at once.
             * @enum {string}
             */
            status: "pending" | "confirmed" | "completed" | "canceled" | "expired";
            /**
             * @description `partially_paid`: less than the total was captured, for example because part of an authorization was captured in the payment provider’s dashboard; staff decide.
             * @enum {string}
             */
            paymentStatus: "unpaid" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
            /** @enum {string} */
            fulfillmentStatus: "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered" | "returned";
            currency: components["schemas"]["Currency"];
            email: string;
            /**
             * @description Language and region (BCP 47) of the mails about it; null: the shop’s own (DEFAULT_LOCALE).
             * @example de-DE
             */
            locale: string | null;
            items: components["schemas"]["OrderItem"][];
            /** @description total = subtotal − discount + shipping (+ tax unless inclusive) + rounding. */
            totals: {
                subtotal: components["schemas"]["Money"];
                discount: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                /** @description Negative, and present only where the sum cannot be paid exactly. */
                rounding?: components["schemas"]["Money"];
                /** @description The exact amount to pay. */
                total: components["schemas"]["Money"];
            };
            /** @description Whether prices include tax. */
            taxInclusive: boolean;
            shippingAddress: components["schemas"]["Address"] | null;
            billingAddress: components["schemas"]["Address"];
            shippingOption: components["schemas"]["OrderShippingOption"] | null;
            /** @description Oldest first. */
            payments: components["schemas"]["StaffPayment"][];
            /** @description Oldest first. */
            refunds: components["schemas"]["Refund"][];
            /** @description When the order expires and releases its stock unless it is paid; null when it does not expire. */
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
             * @description `stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.
             * @example stripe
             */
            provider: string;
            /** @enum {string} */
            status: "pending" | "requires_action" | "processing" | "authorized" | "succeeded" | "failed" | "canceled";
            amount: components["schemas"]["Money"];
            /** @description Why the last attempt to pay failed. */
            lastError: string | null;
            /** @description The last four characters of the gift card's code; null for other payments. */
            lastFour: string | null;
            /** @example pi_3SVbzFKq1 */
            providerId: string | null;
            /** @description The gift card or store credit that it is paid from; null for other payments. */
            creditAccountId: string | null;
            /** @enum {string} */
            captureMethod: "automatic" | "manual";
            authorized: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /** @description Refunds in progress. */
            refunding: components["schemas"]["Money"];
            /** @description Disputed now, or lost in a dispute. */
            disputed: components["schemas"]["Money"];
            /** @description The provider's fee, where it is known. */
            fee: components["schemas"]["Money"];
        };
        /** @description Money that is paid back for an order. */
        Refund: {
            id: string;
            orderId: string;
            /**
             * @description `waiting`: a dispute blocks it at the provider until the dispute is decided. `failed`: nothing was paid back. `needs_person`: part of it failed, or staff must pay it back manually.
             * @enum {string}
             */
            status: "pending" | "waiting" | "succeeded" | "failed" | "needs_person";
            amount: components["schemas"]["Money"];
            /** @description The part of the amount that is shipping, with its tax. */
            shipping: components["schemas"]["Money"];
            lines: {
                itemId: string;
                quantity: number;
                amount: components["schemas"]["Money"];
            }[];
            /**
             * @description requested_by_customer, duplicate, fraudulent, canceled, late_payment, or provider: made in the provider's dashboard.
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
        /** @description The part of a refund that is paid back through one payment. */
        RefundTransfer: {
            id: string;
            paymentId: string;
            /**
             * @description `stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.
             * @example stripe
             */
            provider: string;
            /** @enum {string} */
            status: "pending" | "waiting" | "succeeded" | "failed";
            amount: components["schemas"]["Money"];
            /** @description The number of the current attempt. */
            attempt: number;
            /** @example re_3SVbzFKq1 */
            providerId: string | null;
            lastError: string | null;
            /** @description The gift card or store credit that receives the money. An account that has expired, or is about to, can be used for another 90 days. While an account is disabled its balance cannot be spent, and staff are notified. */
            creditAccount: {
                id: string;
                lastFour: string | null;
                isDisabled: boolean;
            } | null;
        };
        GiftCardBalance: {
            balance: components["schemas"]["Money"];
            expiresAt: string | null;
        };
        /** @description A gift card, or the store credit of a customer. */
        CreditAccount: {
            id: string;
            /**
             * @description `gift_card`: spent by the holder of its code. `store_credit`: spent by one customer.
             * @enum {string}
             */
            kind: "gift_card" | "store_credit";
            /** @description The last four characters of a gift card's code. */
            lastFour: string | null;
            customerId: string | null;
            /** @description The amount that can be spent; the sum of the ledger. */
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
        IssuedCredit: {
            id: string;
            /**
             * @description `gift_card`: spent by the holder of its code. `store_credit`: spent by one customer.
             * @enum {string}
             */
            kind: "gift_card" | "store_credit";
            /** @description The last four characters of a gift card's code. */
            lastFour: string | null;
            customerId: string | null;
            /** @description The amount that can be spent; the sum of the ledger. */
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
             * @description A gift card's code. Only this answer contains it: the shop keeps a hash of the code, and this answer encrypted for a day, for retries.
             * @example 7K2M-9QXD-0VTR-5HWE
             */
            code?: string;
        };
        /** @description An entry in the ledger of a credit account. */
        CreditEntry: {
            id: string;
            /** @enum {string} */
            kind: "issued" | "held" | "released" | "refunded" | "adjusted";
            /** @description Negative where it was spent. */
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
        /** @description A payment that the payer has disputed with the bank. */
        Dispute: {
            id: string;
            orderId: string;
            paymentId: string;
            /**
             * @description Its id at the payment provider.
             * @example du_1SV…
             */
            providerId: string;
            /**
             * @description Its status at the payment provider.
             * @example needs_response
             */
            status: string;
            /** @example product_not_received */
            reason: string;
            amount: components["schemas"]["Money"];
            /** @description The deadline for evidence in the payment provider's dashboard. */
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
        /** @description An open session. */
        SignedIn: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "signed_in";
            /** @enum {string} */
            mode: "bearer" | "cookie";
            /** @description Send it as `Authorization: Bearer …`. */
            accessToken?: string;
            /** @constant */
            tokenType?: "Bearer";
            /**
             * @description Seconds until the access token must be replaced.
             * @example 900
             */
            expiresIn: number;
            /** @description For `POST /auth/refresh`, once. */
            refreshToken?: string;
            /** @description For the header `X-CSRF-Token`. */
            csrfToken?: string;
            /** @description For the next sign-in on this device. */
            deviceToken?: string;
            user: components["schemas"]["User"];
            session: components["schemas"]["Session"];
        };
        /** @description Someone who signs in. */
        User: {
            id: string;
            /** @description Null for staff who are no customers. */
            customerId: string | null;
            email: string;
            emailVerified: boolean;
            firstName: string | null;
            lastName: string | null;
            locale: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description A sign-in on one device. */
        Session: {
            id: string;
            /** @description Whether it is the session of this request. */
            current: boolean;
            /** @enum {string} */
            mode: "bearer" | "cookie";
            /**
             * @description Browser or app, and system.
             * @example Firefox on Windows
             */
            device: string | null;
            /** @description The network it was used from last. */
            address: string | null;
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
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            expiresAt: string;
        };
        /** @description The password is right; a second factor is asked for. */
        FactorRequired: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "factor_required";
            challenge: {
                token: string;
                factors: string[];
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC.
                 * @example 2026-01-31T09:30:00.000Z
                 */
                expiresAt: string;
            };
        };
        /** @description Something that a role may allow. */
        ListedPermission: {
            /** @example orders:refund */
            name: string;
            /**
             * @description Who may hold it: `staff` by their roles; customers by the role `customer`, with a verified address where it says so; or every signed-in person.
             * @enum {string}
             */
            holder: "staff" | "customer" | "verified_customer" | "user";
            /** @description The built-in roles that hold it unless they are changed. */
            defaultRoles: string[];
            /**
             * @description The routes that require it.
             * @example [
             *       "POST /admin/orders/{orderId}/refunds"
             *     ]
             */
            routes: string[];
        };
        /** @description A set of permissions. */
        Role: {
            id: string;
            name: string;
            title: string;
            description: string;
            /** @description Whether it came with the shop. */
            builtIn: boolean;
            permissions: string[];
            /** @description How many people have been granted it. */
            grants: number;
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
        /** @description The signed-in customer. */
        Profile: {
            id: string;
            /**
             * @description What `<input type="email">` accepts, up to 254 characters; the domain may use any script. Stored in lower case.
             * @example ada@example.com
             */
            email: string;
            /** @description Whether the customer has proved the address, with the link that was sent to it. */
            emailVerified: boolean;
            firstName: string | null;
            lastName: string | null;
            locale: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description An entry of an address book. Send its `address` with a cart; orders keep a copy, so that a change here changes no order. */
        SavedAddress: {
            id: string;
            address: components["schemas"]["Address"];
            isDefaultShipping: boolean;
            isDefaultBilling: boolean;
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
        OwnDataRequest: {
            id: string;
            /** @enum {string} */
            kind: "export" | "erasure";
            /**
             * @description `refused`: something stood in the way of an erasure by the time it ran. `expired`: the file of an export is deleted.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "refused" | "expired";
            /** @description `customer`, or a member of staff. */
            requestedBy: string;
            /** @description Why an erasure was refused by the time it ran. */
            blockers: ("unpaid" | "disputed" | "refund_open" | "unshipped" | "credit_left" | "staff_role")[];
            /** @description The size of an export's file. */
            bytes: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            finishedAt: string | null;
            /** @description When the file of an export is deleted. */
            expiresAt: string | null;
            download: components["schemas"]["DataDownload"] | null;
        };
        /** @description Where to fetch a data export. */
        DataDownload: {
            /**
             * Format: uri
             * @description A GET of it returns the zip, without further headers. It works for minutes.
             * @example https://shop.example.com/downloads/data-exports/dxd_…
             */
            url: string;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            expiresAt: string;
        };
        /** @description A request for a customer's data, or its erasure. */
        DataRequest: {
            id: string;
            /** @enum {string} */
            kind: "export" | "erasure";
            /**
             * @description `refused`: something stood in the way of an erasure by the time it ran. `expired`: the file of an export is deleted.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "refused" | "expired";
            /** @description `customer`, or a member of staff. */
            requestedBy: string;
            /** @description Why an erasure was refused by the time it ran. */
            blockers: ("unpaid" | "disputed" | "refund_open" | "unshipped" | "credit_left" | "staff_role")[];
            /** @description The size of an export's file. */
            bytes: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            finishedAt: string | null;
            /** @description When the file of an export is deleted. */
            expiresAt: string | null;
        };
        /** @description Someone who has been granted a role. */
        StaffMember: {
            id: string;
            email: string;
            firstName: string | null;
            lastName: string | null;
            /** @enum {string} */
            status: "active" | "disabled" | "erased";
            /** @description Expired ones included. */
            roles: {
                roleId: string;
                /** @example support */
                name: string;
                title: string;
                expiresAt: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, UTC.
                 * @example 2026-01-31T09:30:00.000Z
                 */
                grantedAt: string;
            }[];
            /** @description What the roles allow now. */
            permissions: string[];
            lastSeenAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description The progress of a checkout or a refund. */
        Workflow: {
            id: string;
            /** @enum {string} */
            kind: "checkout" | "refund";
            /** @description The id of the order or the refund. */
            subjectId: string;
            /**
             * @description `running`: the shop must act. `waiting`: a payer or a bank must act. `compensated`: its effects were undone. `needs_person`: the shop has stopped trying, and staff must decide. `abandoned`: staff have stopped it.
             * @enum {string}
             */
            state: "running" | "waiting" | "succeeded" | "compensated" | "needs_person" | "abandoned";
            /** @example authorize */
            step: string;
            attempts: number;
            /** @description When the shop resumes the workflow unless it moves before; null when it may wait indefinitely. */
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
            /** @description The number of failed attempts on this step. */
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
        /** @description A job of the queue. Finished jobs are not kept. */
        Job: {
            id: string;
            /** @example payments.refund */
            name: string;
            /**
             * @description `waiting` for a worker; `scheduled` for later; `running`; `failing`: the last attempt failed and another one follows; `dead`: all attempts have failed.
             * @enum {string}
             */
            state: "waiting" | "scheduled" | "running" | "failing" | "dead";
            /** @description The input of the job: ids. */
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
        /** @description What was done by hand, by whom, and why. */
        AuditEntry: {
            id: string;
            /**
             * @description Who acted: `staff:`, `apiKey:` or `system:` and an id.
             * @example staff:usr_01kagvrz8y0g2m4q6t8w0x2z4b
             */
            actor: string;
            /**
             * @description What was done: noun and verb.
             * @example order.cancel
             */
            action: string;
            /**
             * @description The id of what it was done to.
             * @example ord_01kagvrz8y0g2m4q6t8w0x2z4b
             */
            subject: string;
            /** @description Empty where none is asked for, or it was erased. */
            reason: string;
            details: {
                [key: string]: unknown;
            };
            /** @description What the act changed, as it was. Secrets are masked. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description The same, as it was afterwards. */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The client's address; of IPv6 the network.
             * @example 203.0.113.7
             */
            ip: string | null;
            requestId: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, UTC.
             * @example 2026-01-31T09:30:00.000Z
             */
            createdAt: string;
            /** @description The number of its seal in the chain; null during its first minute. */
            seal: number | null;
            /** @description When personal data was erased from it; null if it was not. */
            erasedAt: string | null;
        };
        /** @description The results of the doctor on one snapshot of the database. */
        Diagnosis: {
            /** @description Whether every check ran and found nothing, other than what waits for staff. */
            healthy: boolean;
            findings: components["schemas"]["DoctorFinding"][];
            durationMs: number;
        };
        /** @description The result of one check. */
        DoctorFinding: {
            /**
             * @description The name of the check.
             * @example S2b
             */
            id: string;
            /** @description The invariant. */
            title: string;
            /**
             * @description `waiting`: nothing is wrong, and staff have something to do. `skipped`: the time ran out before this check.
             * @enum {string}
             */
            state: "ok" | "waiting" | "broken" | "skipped";
            /** @description The number of examined rows. */
            examined: number;
            /** @description The number of rows that break it. */
            broken: number;
            /** @description The first of these rows. */
            offenders: components["schemas"]["DoctorOffender"][];
            /** @description Whether `npm run doctor -- --fix` can repair it. */
            fixable: boolean;
            durationMs: number;
        };
        DoctorOffender: {
            /** @description The id of what is wrong: an order, a payment, "variant@location" … */
            id: string;
            /** @description What is wrong with it. */
            wrong: string;
        };
        /** @description The checklist for the first real sale. */
        Setup: {
            /** @description Whether nothing is missing. */
            ready: boolean;
            steps: components["schemas"]["SetupStep"][];
        };
        SetupStep: {
            /**
             * @description Unique. Payment providers add steps, so a client must expect unknown ones.
             * @example shippingZone
             */
            id: string;
            /** @description What the shop needs. */
            title: string;
            /**
             * @description `missing`: the shop cannot sell, or sells incorrectly, without it. `advice`: recommended.
             * @enum {string}
             */
            state: "done" | "missing" | "advice";
            /** @description The current state. */
            message: string;
            /** @description What to do next; null when it is done. */
            next: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Identifies the request in the shop's log: the id the client sent, when it is well-formed, or a new one.
         * @example req_01kagvrz8y0g2m4q6t8w0x2z4b
         */
        "X-Request-Id": string;
        /**
         * @description Any cache may keep the answer briefly (RFC 9111) and revalidate it with `If-None-Match`. A checkout reads prices and stock from the database.
         * @example public, max-age=5, s-maxage=30, stale-while-revalidate=60
         */
        "Cache-Control-Catalog": string;
        /**
         * @description The answer is private to the caller and must not be cached.
         * @example private, no-store
         */
        "Cache-Control-Private": string;
        /**
         * @description Errors must not be cached.
         * @example no-store
         */
        "Cache-Control-Problem": string;
        /**
         * @description The version of the answer. `If-None-Match` compares it and saves the body (304); for a cart, `If-Match` compares it and refuses to overwrite another write (412).
         * @example "PWd2ZqGSsvVUYdnFzTLhcQ"
         */
        ETag: string;
        /**
         * @description Links to the first, the previous and the next page (RFC 8288), where they exist.
         * @example </api/v1/products?limit=20&cursor=eyJ0…>; rel="next"
         */
        Link: string;
        /**
         * @description The address of the new resource.
         * @example /api/v1/orders/ord_01kagvrz8y0g2m4q6t8w0x2z4b
         */
        Location: string;
        /**
         * @description Present when the answer was stored for an earlier request with the same `Idempotency-Key`.
         * @example true
         */
        "Idempotent-Replayed": "true";
        /**
         * @description How to authenticate (RFC 9110, RFC 6750).
         * @example Bearer realm="cartwright"
         */
        "WWW-Authenticate": string;
        /**
         * @description Seconds until the next request may be made.
         * @example 5
         */
        "Retry-After": number;
        /**
         * @description Present on a stale answer, which is served while the database cannot be reached: its age in seconds.
         * @example 84
         */
        Age: number;
        /**
         * @description Present on a stale answer: how long ago it became stale (RFC 9211). `Warning: 110` marks it too.
         * @example cartwright; hit; ttl=-24; detail=stale
         */
        "Cache-Status": string;
        /**
         * @description For each limit: requests left (`r`) and seconds until the window ends (`t`), after draft-ietf-httpapi-ratelimit-headers. Absent in a shop without limits.
         * @example "browse"; r=587; t=42
         */
        RateLimit: string;
        /**
         * @description For each limit: requests (`q`) per window in seconds (`w`).
         * @example "browse"; q=600; w=60
         */
        "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getRoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "name": "Cartwright",
                     *         "version": "0.2.0",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/api/v1",
                     *             "title": "Where everything is"
                     *           },
                     *           "shop": {
                     *             "href": "/api/v1/shop",
                     *             "title": "Its name, currencies and countries"
                     *           },
                     *           "proof-of-work": {
                     *             "href": "/api/v1/auth/proof-of-work/challenge{?purpose}",
                     *             "templated": true,
                     *             "title": "A challenge to solve before a sign-in"
                     *           },
                     *           "products": {
                     *             "href": "/api/v1/products",
                     *             "title": "List, search and filter products"
                     *           },
                     *           "search": {
                     *             "href": "/api/v1/products{?q,category,collection,sort,limit}",
                     *             "templated": true,
                     *             "title": "Search products"
                     *           },
                     *           "product": {
                     *             "href": "/api/v1/products/{idOrHandle}",
                     *             "templated": true,
                     *             "title": "One product"
                     *           },
                     *           "categories": {
                     *             "href": "/api/v1/categories",
                     *             "title": "The tree of categories"
                     *           },
                     *           "collections": {
                     *             "href": "/api/v1/collections",
                     *             "title": "The collections"
                     *           },
                     *           "country": {
                     *             "href": "/api/v1/countries/{code}",
                     *             "templated": true,
                     *             "title": "The form of a country’s addresses"
                     *           },
                     *           "carts": {
                     *             "href": "/api/v1/carts",
                     *             "title": "Open a cart (POST)"
                     *           },
                     *           "cart": {
                     *             "href": "/api/v1/carts/{cartId}",
                     *             "templated": true,
                     *             "title": "A cart"
                     *           },
                     *           "order": {
                     *             "href": "/api/v1/orders/{orderId}",
                     *             "templated": true,
                     *             "title": "An order"
                     *           },
                     *           "gift-card-balance": {
                     *             "href": "/api/v1/gift-cards/balance",
                     *             "title": "What is on a gift card (POST)"
                     *           },
                     *           "docs": {
                     *             "href": "/docs",
                     *             "title": "The reference, for people"
                     *           },
                     *           "errors": {
                     *             "href": "/docs/errors",
                     *             "title": "What each error code means"
                     *           },
                     *           "describedby": {
                     *             "href": "/openapi.json",
                     *             "title": "The OpenAPI document, for programs"
                     *           },
                     *           "health": {
                     *             "href": "/health/ready",
                     *             "title": "Whether the shop can do its work"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Root"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShop: {
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
            /** @description The shop. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "name": "Cartwright Demo",
                     *         "defaultCurrency": "USD",
                     *         "currencies": [
                     *           "USD",
                     *           "EUR",
                     *           "JPY"
                     *         ],
                     *         "defaultCountry": "US",
                     *         "countries": [
                     *           "AD",
                     *           "AE",
                     *           "AF",
                     *           "AG",
                     *           "AI",
                     *           "AL",
                     *           "AM",
                     *           "AO",
                     *           "AQ",
                     *           "AR",
                     *           "AS",
                     *           "AT",
                     *           "AU",
                     *           "AW",
                     *           "AX",
                     *           "AZ",
                     *           "BA",
                     *           "BB",
                     *           "BD",
                     *           "BE",
                     *           "BF",
                     *           "BG",
                     *           "BH",
                     *           "BI",
                     *           "BJ",
                     *           "BL",
                     *           "BM",
                     *           "BN",
                     *           "BO",
                     *           "BQ",
                     *           "BR",
                     *           "BS",
                     *           "BT",
                     *           "BV",
                     *           "BW",
                     *           "BY",
                     *           "BZ",
                     *           "CA",
                     *           "CC",
                     *           "CD",
                     *           "CF",
                     *           "CG",
                     *           "CH",
                     *           "CI",
                     *           "CK",
                     *           "CL",
                     *           "CM",
                     *           "CN",
                     *           "CO",
                     *           "CR",
                     *           "CU",
                     *           "CV",
                     *           "CW",
                     *           "CX",
                     *           "CY",
                     *           "CZ",
                     *           "DE",
                     *           "DJ",
                     *           "DK",
                     *           "DM",
                     *           "DO",
                     *           "DZ",
                     *           "EC",
                     *           "EE",
                     *           "EG",
                     *           "EH",
                     *           "ER",
                     *           "ES",
                     *           "ET",
                     *           "FI",
                     *           "FJ",
                     *           "FK",
                     *           "FM",
                     *           "FO",
                     *           "FR",
                     *           "GA",
                     *           "GB",
                     *           "GD",
                     *           "GE",
                     *           "GF",
                     *           "GG",
                     *           "GH",
                     *           "GI",
                     *           "GL",
                     *           "GM",
                     *           "GN",
                     *           "GP",
                     *           "GQ",
                     *           "GR",
                     *           "GS",
                     *           "GT",
                     *           "GU",
                     *           "GW",
                     *           "GY",
                     *           "HK",
                     *           "HM",
                     *           "HN",
                     *           "HR",
                     *           "HT",
                     *           "HU",
                     *           "ID",
                     *           "IE",
                     *           "IL",
                     *           "IM",
                     *           "IN",
                     *           "IO",
                     *           "IQ",
                     *           "IR",
                     *           "IS",
                     *           "IT",
                     *           "JE",
                     *           "JM",
                     *           "JO",
                     *           "JP",
                     *           "KE",
                     *           "KG",
                     *           "KH",
                     *           "KI",
                     *           "KM",
                     *           "KN",
                     *           "KP",
                     *           "KR",
                     *           "KW",
                     *           "KY",
                     *           "KZ",
                     *           "LA",
                     *           "LB",
                     *           "LC",
                     *           "LI",
                     *           "LK",
                     *           "LR",
                     *           "LS",
                     *           "LT",
                     *           "LU",
                     *           "LV",
                     *           "LY",
                     *           "MA",
                     *           "MC",
                     *           "MD",
                     *           "ME",
                     *           "MF",
                     *           "MG",
                     *           "MH",
                     *           "MK",
                     *           "ML",
                     *           "MM",
                     *           "MN",
                     *           "MO",
                     *           "MP",
                     *           "MQ",
                     *           "MR",
                     *           "MS",
                     *           "MT",
                     *           "MU",
                     *           "MV",
                     *           "MW",
                     *           "MX",
                     *           "MY",
                     *           "MZ",
                     *           "NA",
                     *           "NC",
                     *           "NE",
                     *           "NF",
                     *           "NG",
                     *           "NI",
                     *           "NL",
                     *           "NO",
                     *           "NP",
                     *           "NR",
                     *           "NU",
                     *           "NZ",
                     *           "OM",
                     *           "PA",
                     *           "PE",
                     *           "PF",
                     *           "PG",
                     *           "PH",
                     *           "PK",
                     *           "PL",
                     *           "PM",
                     *           "PN",
                     *           "PR",
                     *           "PS",
                     *           "PT",
                     *           "PW",
                     *           "PY",
                     *           "QA",
                     *           "RE",
                     *           "RO",
                     *           "RS",
                     *           "RU",
                     *           "RW",
                     *           "SA",
                     *           "SB",
                     *           "SC",
                     *           "SD",
                     *           "SE",
                     *           "SG",
                     *           "SH",
                     *           "SI",
                     *           "SJ",
                     *           "SK",
                     *           "SL",
                     *           "SM",
                     *           "SN",
                     *           "SO",
                     *           "SR",
                     *           "SS",
                     *           "ST",
                     *           "SV",
                     *           "SX",
                     *           "SY",
                     *           "SZ",
                     *           "TC",
                     *           "TD",
                     *           "TF",
                     *           "TG",
                     *           "TH",
                     *           "TJ",
                     *           "TK",
                     *           "TL",
                     *           "TM",
                     *           "TN",
                     *           "TO",
                     *           "TR",
                     *           "TT",
                     *           "TV",
                     *           "TW",
                     *           "TZ",
                     *           "UA",
                     *           "UG",
                     *           "UM",
                     *           "US",
                     *           "UY",
                     *           "UZ",
                     *           "VA",
                     *           "VC",
                     *           "VE",
                     *           "VG",
                     *           "VI",
                     *           "VN",
                     *           "VU",
                     *           "WF",
                     *           "WS",
                     *           "XK",
                     *           "YE",
                     *           "YT",
                     *           "ZA",
                     *           "ZM",
                     *           "ZW"
                     *         ],
                     *         "taxDisplay": "exclusive",
                     *         "paymentProviders": [
                     *           "stripe",
                     *           "manual"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Shop"];
                    };
                };
            };
            /** @description The shop still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProofOfWorkChallenge: {
        parameters: {
            query?: {
                /**
                 * @description What the proof is for.
                 * @example sign_in
                 */
                purpose?: "sign_in" | "registration";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A challenge. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "parameters": {
                     *           "algorithm": "PBKDF2/SHA-256",
                     *           "cost": 5000,
                     *           "keyLength": 32,
                     *           "keyPrefix": "00",
                     *           "nonce": "0s33jn0asx4gp1f825ah27kc6bjchs1x",
                     *           "salt": "fy27bh49105dgw2faf6rwkj74mj4wfha",
                     *           "expiresAt": 1769852100,
                     *           "data": {
                     *             "purpose": "sign_in"
                     *           }
                     *         },
                     *         "signature": "15wgr8fp62pn9mvbnfknph0hvjwfwg9dqtdbsmaegnagsfxc947ksqn7xy3rqy6e"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ProofOfWorkChallenge"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of items to return.
                 * @example 2
                 */
                limit?: number;
                cursor?: string;
                /** @description Words to search for in title, vendor, type, tags and description; the last may be incomplete. Accents, case and English endings are ignored. When no product has all the words, unknown words are replaced by the nearest ones of titles, vendors, types and tags; when there is still no match, products that have all words but one are returned. */
                q?: string;
                /** @description Handle or id of a category; includes the categories below it. */
                category?: string;
                /** @description Handle or id of a collection. */
                collection?: string;
                /** @description Products that have all of these tags; repeat the parameter or separate by commas. */
                tag?: string | string[];
                vendor?: string;
                type?: string;
                /** @description `price[gte]`, `price[lte]`: products with a variant whose price lies in this range, in minor units of `currency`. */
                price?: {
                    gte?: string;
                    lte?: string;
                };
                /**
                 * @description `true`: at least one variant is available; `false`: none is.
                 * @example true
                 */
                inStock?: "true" | "false";
                /**
                 * @description Comma-separated: title, createdAt, price; "-" before a name reverses the direction. Sorting by price (of the cheapest variant) lists only products with a price in the currency. Default: -createdAt, or with `q` the best match first; of more than 500 matches, those with all the words in their title come first, then the others, each the newest first.
                 * @example title
                 */
                sort?: string;
                /** @description `true`: includes `meta.total`, which counts every matching product. Ask for it on the first page only. */
                count?: "true" | "false";
                /** @description `true`: includes `meta.facets`. They are exact and take longer the more products match (seconds for all of 100,000, until they are cached), so ask for them on the first page of a filtered list. */
                facets?: "true" | "false";
                /** @description The currency of all prices. Default: the shop's currency. */
                currency?: components["schemas"]["Currency"];
                /** @description Comma-separated members of a product to return, besides its id. Possible: id, handle, title, description, vendor, type, tags, status, available, priceRange, options, variants, images, categories, collections, seo, createdAt, updatedAt. */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *           "handle": "assam-breakfast",
                     *           "title": "Assam Breakfast",
                     *           "description": "<p>Malty and brisk; stands up to milk and to Monday.</p>",
                     *           "vendor": "Cartwright & Sons",
                     *           "type": "Tea",
                     *           "tags": [
                     *             "tea",
                     *             "black",
                     *             "breakfast"
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:01.000Z",
                     *           "updatedAt": "2026-01-31T09:30:01.000Z",
                     *           "options": [
                     *             {
                     *               "name": "Weight",
                     *               "values": [
                     *                 "100 g",
                     *                 "250 g"
                     *               ]
                     *             }
                     *           ],
                     *           "variants": [
                     *             {
                     *               "id": "var_01kagvrz8ykzrg878za455gjpb",
                     *               "sku": "TASM-100",
                     *               "title": "100 g",
                     *               "available": true,
                     *               "inventoryPolicy": "deny",
                     *               "position": 1,
                     *               "imageId": null,
                     *               "options": [
                     *                 {
                     *                   "name": "Weight",
                     *                   "value": "100 g"
                     *                 }
                     *               ],
                     *               "price": {
                     *                 "amount": 950,
                     *                 "currency": "USD"
                     *               },
                     *               "compareAtPrice": null
                     *             },
                     *             {
                     *               "id": "var_01kagvrz8yn0wqse9njyw4ffp2",
                     *               "sku": "TASM-250",
                     *               "title": "250 g",
                     *               "available": true,
                     *               "inventoryPolicy": "deny",
                     *               "position": 2,
                     *               "imageId": null,
                     *               "options": [
                     *                 {
                     *                   "name": "Weight",
                     *                   "value": "250 g"
                     *                 }
                     *               ],
                     *               "price": {
                     *                 "amount": 2100,
                     *                 "currency": "USD"
                     *               },
                     *               "compareAtPrice": null
                     *             }
                     *           ],
                     *           "images": [
                     *             {
                     *               "id": "img_01kagvrz8ypbr01jjhta6p12pk",
                     *               "alt": "Brick red tea tin",
                     *               "position": 1,
                     *               "width": null,
                     *               "height": null,
                     *               "url": "https://shop.example.com/media/d6/d6f8e05a13359fcfd5903a1e160c31d532d3acd45dc1794f892890ce4a0d40bd.webp",
                     *               "variants": [],
                     *               "derivatives": []
                     *             }
                     *           ],
                     *           "categories": [
                     *             {
                     *               "id": "cat_01kagvrz8yd5ng9vraa1mxtjp3",
                     *               "handle": "black-tea",
                     *               "name": "Black Tea",
                     *               "path": "tea-coffee/loose-leaf-tea/black-tea"
                     *             }
                     *           ],
                     *           "collections": [
                     *             {
                     *               "id": "col_01kagvrz8yvbb06v0j0svpwr6y",
                     *               "handle": "everyday-staples",
                     *               "title": "Everyday staples"
                     *             },
                     *             {
                     *               "id": "col_01kagvrz8yw89fs6my6xv8j2ff",
                     *               "handle": "gifts-under-50",
                     *               "title": "Gifts under 50"
                     *             }
                     *           ],
                     *           "status": "active",
                     *           "available": true,
                     *           "priceRange": {
                     *             "min": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "max": {
                     *               "amount": 2100,
                     *               "currency": "USD"
                     *             }
                     *           },
                     *           "seo": {
                     *             "title": null,
                     *             "description": null
                     *           }
                     *         },
                     *         {
                     *           "id": "prod_01kagvrz8yj9qhvd2ykta871v4",
                     *           "handle": "beech-cutting-board",
                     *           "title": "Beech Cutting Board",
                     *           "description": "<p>Cut from a single plank, oiled and rounded at every edge.</p>",
                     *           "vendor": "Cartwright & Sons",
                     *           "type": "Board",
                     *           "tags": [
                     *             "beech",
                     *             "wood"
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:01.000Z",
                     *           "updatedAt": "2026-01-31T09:30:01.000Z",
                     *           "options": [
                     *             {
                     *               "name": "Size",
                     *               "values": [
                     *                 "Small",
                     *                 "Medium",
                     *                 "Large"
                     *               ]
                     *             }
                     *           ],
                     *           "variants": [
                     *             {
                     *               "id": "var_01kagvrz8y6k4bj49n69xa7nc0",
                     *               "sku": "BCBD-S",
                     *               "title": "Small",
                     *               "available": true,
                     *               "inventoryPolicy": "deny",
                     *               "position": 1,
                     *               "imageId": null,
                     *               "options": [
                     *                 {
                     *                   "name": "Size",
                     *                   "value": "Small"
                     *                 }
                     *               ],
                     *               "price": {
                     *                 "amount": 2200,
                     *                 "currency": "USD"
                     *               },
                     *               "compareAtPrice": null
                     *             },
                     *             {
                     *               "id": "var_01kagvrz8yrnayzngn3v7nezw7",
                     *               "sku": "BCBD-M",
                     *               "title": "Medium",
                     *               "available": true,
                     *               "inventoryPolicy": "deny",
                     *               "position": 2,
                     *               "imageId": null,
                     *               "options": [
                     *                 {
                     *                   "name": "Size",
                     *                   "value": "Medium"
                     *                 }
                     *               ],
                     *               "price": {
                     *                 "amount": 3400,
                     *                 "currency": "USD"
                     *               },
                     *               "compareAtPrice": null
                     *             },
                     *             {
                     *               "id": "var_01kagvrz8yxgnaezg8abzs5tfb",
                     *               "sku": "BCBD-L",
                     *               "title": "Large",
                     *               "available": true,
                     *               "inventoryPolicy": "deny",
                     *               "position": 3,
                     *               "imageId": null,
                     *               "options": [
                     *                 {
                     *                   "name": "Size",
                     *                   "value": "Large"
                     *                 }
                     *               ],
                     *               "price": {
                     *                 "amount": 4800,
                     *                 "currency": "USD"
                     *               },
                     *               "compareAtPrice": null
                     *             }
                     *           ],
                     *           "images": [
                     *             {
                     *               "id": "img_01kagvrz8yzy7v2pdr59sp77vh",
                     *               "alt": "Beech board with slices of radish",
                     *               "position": 1,
                     *               "width": null,
                     *               "height": null,
                     *               "url": "https://shop.example.com/media/98/985c17158f71123777f53a2f25512713ef0915ef8ea62ea113e5493827bef090.webp",
                     *               "variants": [],
                     *               "derivatives": []
                     *             }
                     *           ],
                     *           "categories": [
                     *             {
                     *               "id": "cat_01kagvrz8ye0tq5pbter4gpmwy",
                     *               "handle": "utensils",
                     *               "name": "Utensils",
                     *               "path": "kitchen/utensils"
                     *             }
                     *           ],
                     *           "collections": [
                     *             {
                     *               "id": "col_01kagvrz8yw89fs6my6xv8j2ff",
                     *               "handle": "gifts-under-50",
                     *               "title": "Gifts under 50"
                     *             }
                     *           ],
                     *           "status": "active",
                     *           "available": true,
                     *           "priceRange": {
                     *             "min": {
                     *               "amount": 2200,
                     *               "currency": "USD"
                     *             },
                     *             "max": {
                     *               "amount": 4800,
                     *               "currency": "USD"
                     *             }
                     *           },
                     *           "seo": {
                     *             "title": null,
                     *             "description": null
                     *           }
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 2,
                     *         "hasMore": true,
                     *         "nextCursor": "nwmz4tee1xwe7h5mn7w06ersc71acq7e27nmw3b976vc5cm6n4r2y3xwn9nrgzn6bjaxas29xz42dvqavqgjjp.fda7dj3r9fqbqsfe1650rf",
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: (components["schemas"]["Product"] | components["schemas"]["SparseProduct"])[];
                        meta: components["schemas"]["ProductListMeta"];
                    };
                };
            };
            /** @description The page still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @description The currency of all prices. Default: the shop's currency. */
                currency?: components["schemas"]["Currency"];
                /** @description Comma-separated members of a product to return, besides its id. Possible: id, handle, title, description, vendor, type, tags, status, available, priceRange, options, variants, images, categories, collections, seo, createdAt, updatedAt. */
                fields?: string;
                /** @description Comma-separated: `categories` adds the `ancestors` of each category, `collections` the `description` of each collection. */
                expand?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /**
                 * @description The product's id or handle.
                 * @example assam-breakfast
                 */
                idOrHandle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *         "handle": "assam-breakfast",
                     *         "title": "Assam Breakfast",
                     *         "description": "<p>Malty and brisk; stands up to milk and to Monday.</p>",
                     *         "vendor": "Cartwright & Sons",
                     *         "type": "Tea",
                     *         "tags": [
                     *           "tea",
                     *           "black",
                     *           "breakfast"
                     *         ],
                     *         "createdAt": "2026-01-31T09:30:01.000Z",
                     *         "updatedAt": "2026-01-31T09:30:01.000Z",
                     *         "options": [
                     *           {
                     *             "name": "Weight",
                     *             "values": [
                     *               "100 g",
                     *               "250 g"
                     *             ]
                     *           }
                     *         ],
                     *         "variants": [
                     *           {
                     *             "id": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "sku": "TASM-100",
                     *             "title": "100 g",
                     *             "available": true,
                     *             "inventoryPolicy": "deny",
                     *             "position": 1,
                     *             "imageId": null,
                     *             "options": [
                     *               {
                     *                 "name": "Weight",
                     *                 "value": "100 g"
                     *               }
                     *             ],
                     *             "price": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "compareAtPrice": null
                     *           },
                     *           {
                     *             "id": "var_01kagvrz8yn0wqse9njyw4ffp2",
                     *             "sku": "TASM-250",
                     *             "title": "250 g",
                     *             "available": true,
                     *             "inventoryPolicy": "deny",
                     *             "position": 2,
                     *             "imageId": null,
                     *             "options": [
                     *               {
                     *                 "name": "Weight",
                     *                 "value": "250 g"
                     *               }
                     *             ],
                     *             "price": {
                     *               "amount": 2100,
                     *               "currency": "USD"
                     *             },
                     *             "compareAtPrice": null
                     *           }
                     *         ],
                     *         "images": [
                     *           {
                     *             "id": "img_01kagvrz8ypbr01jjhta6p12pk",
                     *             "alt": "Brick red tea tin",
                     *             "position": 1,
                     *             "width": null,
                     *             "height": null,
                     *             "url": "https://shop.example.com/media/d6/d6f8e05a13359fcfd5903a1e160c31d532d3acd45dc1794f892890ce4a0d40bd.webp",
                     *             "variants": [],
                     *             "derivatives": []
                     *           }
                     *         ],
                     *         "categories": [
                     *           {
                     *             "id": "cat_01kagvrz8yd5ng9vraa1mxtjp3",
                     *             "handle": "black-tea",
                     *             "name": "Black Tea",
                     *             "path": "tea-coffee/loose-leaf-tea/black-tea"
                     *           }
                     *         ],
                     *         "collections": [
                     *           {
                     *             "id": "col_01kagvrz8yvbb06v0j0svpwr6y",
                     *             "handle": "everyday-staples",
                     *             "title": "Everyday staples"
                     *           },
                     *           {
                     *             "id": "col_01kagvrz8yw89fs6my6xv8j2ff",
                     *             "handle": "gifts-under-50",
                     *             "title": "Gifts under 50"
                     *           }
                     *         ],
                     *         "status": "active",
                     *         "available": true,
                     *         "priceRange": {
                     *           "min": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "max": {
                     *             "amount": 2100,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "seo": {
                     *           "title": null,
                     *           "description": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Product"] | components["schemas"]["SparseProduct"];
                    };
                };
            };
            /** @description The product still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "cat_01kagvrz8yxn29fwkhv3zpst3q",
                     *           "handle": "apparel",
                     *           "name": "Apparel",
                     *           "path": "apparel",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8y6114c62n2ke2rv6d",
                     *               "handle": "tops",
                     *               "name": "Tops",
                     *               "path": "apparel/tops",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yk9y7b36fn5y5e3wb",
                     *               "handle": "knitwear",
                     *               "name": "Knitwear",
                     *               "path": "apparel/knitwear",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yz9cmrx8zs809bfjq",
                     *               "handle": "accessories",
                     *               "name": "Accessories",
                     *               "path": "apparel/accessories",
                     *               "children": [
                     *                 {
                     *                   "id": "cat_01kagvrz8y4bdjxd3ng2grj1y0",
                     *                   "handle": "scarves-hats",
                     *                   "name": "Scarves & Hats",
                     *                   "path": "apparel/accessories/scarves-hats",
                     *                   "children": []
                     *                 },
                     *                 {
                     *                   "id": "cat_01kagvrz8y335akehewgq1x26x",
                     *                   "handle": "socks",
                     *                   "name": "Socks",
                     *                   "path": "apparel/accessories/socks",
                     *                   "children": []
                     *                 },
                     *                 {
                     *                   "id": "cat_01kagvrz8yw7w6pcq0fayfem2d",
                     *                   "handle": "bags",
                     *                   "name": "Bags",
                     *                   "path": "apparel/accessories/bags",
                     *                   "children": []
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8yc2b5017gsm5m55gj",
                     *           "handle": "kitchen",
                     *           "name": "Kitchen",
                     *           "path": "kitchen",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8ys7hf4s8qa7n52nnq",
                     *               "handle": "cookware",
                     *               "name": "Cookware",
                     *               "path": "kitchen/cookware",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ye0tq5pbter4gpmwy",
                     *               "handle": "utensils",
                     *               "name": "Utensils",
                     *               "path": "kitchen/utensils",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ye7ahnedy5ba3670d",
                     *               "handle": "linen",
                     *               "name": "Linen",
                     *               "path": "kitchen/linen",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8ymcf297ftq9zatjcj",
                     *           "handle": "ceramics",
                     *           "name": "Ceramics",
                     *           "path": "ceramics",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8yfx51dcxt2n8tmeem",
                     *               "handle": "drinkware",
                     *               "name": "Drinkware",
                     *               "path": "ceramics/drinkware",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yjz52ar1cczk62wqm",
                     *               "handle": "tableware",
                     *               "name": "Tableware",
                     *               "path": "ceramics/tableware",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8y0scy772wys00qede",
                     *               "handle": "vases-jugs",
                     *               "name": "Vases & Jugs",
                     *               "path": "ceramics/vases-jugs",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8yfmy3ba83k3bfm32m",
                     *           "handle": "tea-coffee",
                     *           "name": "Tea & Coffee",
                     *           "path": "tea-coffee",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8ydzpfhax20pafbs92",
                     *               "handle": "loose-leaf-tea",
                     *               "name": "Loose Leaf Tea",
                     *               "path": "tea-coffee/loose-leaf-tea",
                     *               "children": [
                     *                 {
                     *                   "id": "cat_01kagvrz8yd5ng9vraa1mxtjp3",
                     *                   "handle": "black-tea",
                     *                   "name": "Black Tea",
                     *                   "path": "tea-coffee/loose-leaf-tea/black-tea",
                     *                   "children": []
                     *                 },
                     *                 {
                     *                   "id": "cat_01kagvrz8yx4gy3fsns0s8y7f6",
                     *                   "handle": "green-tea",
                     *                   "name": "Green Tea",
                     *                   "path": "tea-coffee/loose-leaf-tea/green-tea",
                     *                   "children": []
                     *                 },
                     *                 {
                     *                   "id": "cat_01kagvrz8ygceahg815d818th8",
                     *                   "handle": "herbal-infusions",
                     *                   "name": "Herbal Infusions",
                     *                   "path": "tea-coffee/loose-leaf-tea/herbal-infusions",
                     *                   "children": []
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yzybv84m1vx19mrqg",
                     *               "handle": "brewing",
                     *               "name": "Brewing",
                     *               "path": "tea-coffee/brewing",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8ypgnjedq9qwydmek9",
                     *           "handle": "stationery",
                     *           "name": "Stationery",
                     *           "path": "stationery",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8y44dgdz0mbtd5jbth",
                     *               "handle": "notebooks",
                     *               "name": "Notebooks",
                     *               "path": "stationery/notebooks",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ye2bxs9tx7fb66hs7",
                     *               "handle": "writing",
                     *               "name": "Writing",
                     *               "path": "stationery/writing",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ye7z6jgx72c7zg4t3",
                     *               "handle": "cards-paper",
                     *               "name": "Cards & Paper",
                     *               "path": "stationery/cards-paper",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8yetk1yahbrt2v3avy",
                     *           "handle": "outdoor",
                     *           "name": "Outdoor",
                     *           "path": "outdoor",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8yg4qjdc06t41xkafw",
                     *               "handle": "camp",
                     *               "name": "Camp",
                     *               "path": "outdoor/camp",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yffv1aw71dc5h6vsh",
                     *               "handle": "bags-bottles",
                     *               "name": "Bags & Bottles",
                     *               "path": "outdoor/bags-bottles",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yyetg2b72vk12dct0",
                     *               "handle": "garden",
                     *               "name": "Garden",
                     *               "path": "outdoor/garden",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8yzvc1r5s1wmzckzgn",
                     *           "handle": "toys",
                     *           "name": "Toys",
                     *           "path": "toys",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8ym3z8xpr489c4979h",
                     *               "handle": "wooden-toys",
                     *               "name": "Wooden Toys",
                     *               "path": "toys/wooden-toys",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8y1ac4xkf2f2jzat86",
                     *               "handle": "soft-toys",
                     *               "name": "Soft Toys",
                     *               "path": "toys/soft-toys",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yy2mty03qa2nv9yxe",
                     *               "handle": "games-puzzles",
                     *               "name": "Games & Puzzles",
                     *               "path": "toys/games-puzzles",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8y033vh8b62ppn7en2",
                     *               "handle": "outdoor-play",
                     *               "name": "Outdoor Play",
                     *               "path": "toys/outdoor-play",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8y6m4w4qcnjw3175c9",
                     *           "handle": "books",
                     *           "name": "Books",
                     *           "path": "books",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8y0j3nwqat1v0wszyk",
                     *               "handle": "cooking",
                     *               "name": "Cooking",
                     *               "path": "books/cooking",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8yekgagw8xzhj5ncr1",
                     *               "handle": "nature",
                     *               "name": "Nature",
                     *               "path": "books/nature",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ynm5n0f9sgpj2p6d1",
                     *               "handle": "children",
                     *               "name": "Children",
                     *               "path": "books/children",
                     *               "children": []
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "cat_01kagvrz8yzcq2ax91bm4gp497",
                     *           "handle": "home",
                     *           "name": "Home",
                     *           "path": "home",
                     *           "children": [
                     *             {
                     *               "id": "cat_01kagvrz8y023xjeak1j73y202",
                     *               "handle": "candles-light",
                     *               "name": "Candles & Light",
                     *               "path": "home/candles-light",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ygcw803ncy0n5z8a6",
                     *               "handle": "bath",
                     *               "name": "Bath",
                     *               "path": "home/bath",
                     *               "children": []
                     *             },
                     *             {
                     *               "id": "cat_01kagvrz8ytre7fvmstf2cm6bx",
                     *               "handle": "seasonal",
                     *               "name": "Seasonal",
                     *               "path": "home/seasonal",
                     *               "children": []
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Category"][];
                    };
                };
            };
            /** @description The tree still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "col_01kagvrz8yvbb06v0j0svpwr6y",
                     *           "handle": "everyday-staples",
                     *           "title": "Everyday staples",
                     *           "description": ""
                     *         },
                     *         {
                     *           "id": "col_01kagvrz8yw89fs6my6xv8j2ff",
                     *           "handle": "gifts-under-50",
                     *           "title": "Gifts under 50",
                     *           "description": ""
                     *         },
                     *         {
                     *           "id": "col_01kagvrz8yhvj5g4r1c8b6q1vd",
                     *           "handle": "new-arrivals",
                     *           "title": "New arrivals",
                     *           "description": ""
                     *         },
                     *         {
                     *           "id": "col_01kagvrz8yedner8mqqkkwvy8f",
                     *           "handle": "winter-warmers",
                     *           "title": "Winter warmers",
                     *           "description": ""
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Collection"][];
                    };
                };
            };
            /** @description The list still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCountry: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /**
                 * @description ISO 3166-1 alpha-2 in capitals, or XK for Kosovo.
                 * @example AU
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "code": "AU",
                     *         "name": "Australia",
                     *         "fields": [
                     *           {
                     *             "name": "firstName",
                     *             "term": "firstName",
                     *             "label": "First name",
                     *             "required": true,
                     *             "autocomplete": "given-name"
                     *           },
                     *           {
                     *             "name": "lastName",
                     *             "term": "lastName",
                     *             "label": "Last name",
                     *             "required": true,
                     *             "autocomplete": "family-name"
                     *           },
                     *           {
                     *             "name": "company",
                     *             "term": "company",
                     *             "label": "Company",
                     *             "required": false,
                     *             "autocomplete": "organization"
                     *           },
                     *           {
                     *             "name": "line1",
                     *             "term": "line1",
                     *             "label": "Address",
                     *             "required": true,
                     *             "autocomplete": "address-line1"
                     *           },
                     *           {
                     *             "name": "line2",
                     *             "term": "line2",
                     *             "label": "Apartment, floor, building",
                     *             "required": false,
                     *             "autocomplete": "address-line2"
                     *           },
                     *           {
                     *             "name": "city",
                     *             "term": "suburb",
                     *             "label": "Suburb",
                     *             "required": true,
                     *             "autocomplete": "address-level2"
                     *           },
                     *           {
                     *             "name": "region",
                     *             "term": "state",
                     *             "label": "State",
                     *             "required": true,
                     *             "autocomplete": "address-level1"
                     *           },
                     *           {
                     *             "name": "postalCode",
                     *             "term": "postal",
                     *             "label": "Postal code",
                     *             "required": true,
                     *             "autocomplete": "postal-code"
                     *           },
                     *           {
                     *             "name": "phone",
                     *             "term": "phone",
                     *             "label": "Phone",
                     *             "required": false,
                     *             "autocomplete": "tel"
                     *           }
                     *         ],
                     *         "lines": [
                     *           "{company}",
                     *           "{firstName} {lastName}",
                     *           "{line1}",
                     *           "{line2}",
                     *           "{city} {region} {postalCode}",
                     *           "{country}"
                     *         ],
                     *         "postalCode": {
                     *           "pattern": "\\d{4}",
                     *           "examples": [
                     *             "2060",
                     *             "3171",
                     *             "6430",
                     *             "4000",
                     *             "4006",
                     *             "3001"
                     *           ]
                     *         },
                     *         "regions": [
                     *           {
                     *             "code": "ACT",
                     *             "name": "Australian Capital Territory",
                     *             "localName": "Australian Capital Territory"
                     *           },
                     *           {
                     *             "code": "JBT",
                     *             "name": "Jervis Bay Territory",
                     *             "localName": "Jervis Bay Territory"
                     *           },
                     *           {
                     *             "code": "NSW",
                     *             "name": "New South Wales",
                     *             "localName": "New South Wales"
                     *           },
                     *           {
                     *             "code": "NT",
                     *             "name": "Northern Territory",
                     *             "localName": "Northern Territory"
                     *           },
                     *           {
                     *             "code": "QLD",
                     *             "name": "Queensland",
                     *             "localName": "Queensland"
                     *           },
                     *           {
                     *             "code": "SA",
                     *             "name": "South Australia",
                     *             "localName": "South Australia"
                     *           },
                     *           {
                     *             "code": "TAS",
                     *             "name": "Tasmania",
                     *             "localName": "Tasmania"
                     *           },
                     *           {
                     *             "code": "VIC",
                     *             "name": "Victoria",
                     *             "localName": "Victoria"
                     *           },
                     *           {
                     *             "code": "WA",
                     *             "name": "Western Australia",
                     *             "localName": "Western Australia"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CountryForm"];
                    };
                };
            };
            /** @description The form still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Catalog"];
                    Age: components["headers"]["Age"];
                    "Cache-Status": components["headers"]["Cache-Status"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example 8f14e45f-ceea-467f-a8c1-3d2b1f0a9c11 */
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
                 *           "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The currency to pay in. Default: the shop's currency. */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 1,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": null,
                     *         "shippingAddress": null,
                     *         "billingAddress": null,
                     *         "shippingOption": null,
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant is not for sale. `currency_unavailable`: There is no price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 6,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": null,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "description": "3 to 5 working days",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 2495,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description The cart still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "shippingAddress": {
                 *         "firstName": "Ada",
                 *         "lastName": "Lovelace",
                 *         "line1": "12 Analytical Row",
                 *         "city": "Portland",
                 *         "region": "OR",
                 *         "postalCode": "97201",
                 *         "country": "US"
                 *       }
                 *     }
                 */
                "application/json": {
                    email?: string | null;
                    /** @description Where to ship the order. Tax depends on its country and `region`, the part of the ISO 3166-2 code after the hyphen: "CA" for California. */
                    shippingAddress?: components["schemas"]["AddressInput"] | null;
                    /** @description Whom to bill. Default at checkout: the shipping address. */
                    billingAddress?: components["schemas"]["AddressInput"] | null;
                    /** @description One of the cart's shipping options. */
                    shippingOptionId?: string | null;
                    promotionCodes?: string[];
                    /** @description The whole list: lines that it does not name are removed. A line whose variant is named keeps its id. */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 5,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "firstName": "Ada",
                     *           "lastName": "Lovelace",
                     *           "line1": "12 Analytical Row",
                     *           "city": "Portland",
                     *           "region": "OR",
                     *           "postalCode": "97201",
                     *           "country": "US"
                     *         },
                     *         "billingAddress": null,
                     *         "shippingOption": null,
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. `out_of_stock`: Not enough stock. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant is not for sale. `currency_unavailable`: There is no price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `promotion_unavailable`: The promotion code cannot be used. `shipping_unavailable`: The shipping option is not available. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "description": "3 to 5 working days",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         {
                     *           "id": "so_01kagvrz8yjazvh3gddv1k45xa",
                     *           "name": "Express",
                     *           "description": "1 to 2 working days, by weight",
                     *           "amount": {
                     *             "amount": 1495,
                     *             "currency": "USD"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ShippingOption"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_incomplete`: The cart is not ready for checkout. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example c9f0f895-fb98-4b91-9d6f-2a4b7e1c5d22 */
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "variantId": "var_01kagvrz8y6k4bj49n69xa7nc0",
                 *       "quantity": 1
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 2,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": null,
                     *         "shippingAddress": null,
                     *         "billingAddress": null,
                     *         "shippingOption": null,
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           },
                     *           {
                     *             "id": "ci_01kagvrz8y3j710qqxrs06qbag",
                     *             "variantId": "var_01kagvrz8y6k4bj49n69xa7nc0",
                     *             "productId": "prod_01kagvrz8yj9qhvd2ykta871v4",
                     *             "title": "Beech Cutting Board",
                     *             "variantTitle": "Small",
                     *             "sku": "BCBD-S",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 2200,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 2200,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 3150,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 3150,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant is not for sale. `currency_unavailable`: There is no price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
                /** @example ci_01kagvrz8y3j710qqxrs06qbag */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole cart. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 4,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": null,
                     *         "shippingAddress": null,
                     *         "billingAddress": null,
                     *         "shippingOption": null,
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
                /** @example ci_01kagvrz8y8nb3h31pb96zjcy0 */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 2
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "version": 3,
                     *         "status": "open",
                     *         "currency": "USD",
                     *         "email": null,
                     *         "shippingAddress": null,
                     *         "billingAddress": null,
                     *         "shippingOption": null,
                     *         "promotionCodes": [],
                     *         "items": [
                     *           {
                     *             "id": "ci_01kagvrz8y8nb3h31pb96zjcy0",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           },
                     *           {
                     *             "id": "ci_01kagvrz8y3j710qqxrs06qbag",
                     *             "variantId": "var_01kagvrz8y6k4bj49n69xa7nc0",
                     *             "productId": "prod_01kagvrz8yj9qhvd2ykta871v4",
                     *             "title": "Beech Cutting Board",
                     *             "variantTitle": "Small",
                     *             "sku": "BCBD-S",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 2200,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 2200,
                     *               "currency": "USD"
                     *             },
                     *             "available": true
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 4100,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 4100,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "requiresShipping": true,
                     *         "expiresAt": "2026-03-02T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cart"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. `out_of_stock`: Not enough stock. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `variant_unavailable`: The variant is not for sale. `currency_unavailable`: There is no price in this currency. `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPaymentOptions: {
        parameters: {
            query?: {
                /**
                 * @description The amount that gift cards and store credit are to pay, in minor units.
                 * @example 1000
                 */
                credit?: number;
            };
            header?: never;
            path: {
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "provider": "stripe",
                     *           "captureMethod": "automatic",
                     *           "amount": {
                     *             "amount": 1495,
                     *             "currency": "USD"
                     *           },
                     *           "publishableKey": "pk_test_cartwright",
                     *           "apiBase": "http://127.0.0.1:3002"
                     *         },
                     *         {
                     *           "provider": "manual",
                     *           "captureMethod": "automatic",
                     *           "amount": {
                     *             "amount": 1495,
                     *             "currency": "USD"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PaymentOption"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_limit_exceeded`: The cart would exceed a limit. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example c20ad4d7-6fe9-4759-aa27-a0c99bff6710
                 */
                "idempotency-key"?: string;
                "if-match"?: string;
                /** @description The locale of the order where the body names none. */
                "accept-language"?: string;
            };
            path: {
                /** @example cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz */
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
                 *         "amount": 2495,
                 *         "currency": "USD"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How to pay what gift cards and store credit do not cover. `manual` is bank transfer or cash on delivery. A shop may not offer all of them: see `paymentProviders` of `GET /shop`.
                     * @enum {string}
                     */
                    paymentProvider: "stripe" | "manual";
                    /**
                     * @description Codes of gift cards to pay with, each once. They are used in this order, as far as needed. A card that cannot be used is refused by its index (`giftCards.0`), and no order is placed.
                     * @example [
                     *       "7K2M-9QXD-0VTR-5HWE"
                     *     ]
                     */
                    giftCards?: string[];
                    /** @description Whether to use the customer's store credit too, after the gift cards. Not available to guests. */
                    useStoreCredit?: boolean;
                    /**
                     * @description Language and region of the mails about the order (BCP 47). Without it, the most preferred of `Accept-Language` that the shop has words in; without that too, the shop’s own. A language that the shop has no words in falls back to the shop’s own.
                     * @example de-DE
                     */
                    locale?: string;
                    /**
                     * @description The total that the shopper has agreed to, in minor units, however it is paid; a cart with another total is refused with 409 `price_changed`. Without it, the total must equal the one in the answer to the last write to the cart (or in the refusal of an earlier checkout), shipping and tax included.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "order": {
                     *           "id": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *           "number": 1001,
                     *           "cartId": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *           "status": "pending",
                     *           "paymentStatus": "unpaid",
                     *           "fulfillmentStatus": "unfulfilled",
                     *           "currency": "USD",
                     *           "email": "ada@example.com",
                     *           "shippingAddress": {
                     *             "city": "Portland",
                     *             "line1": "12 Analytical Row",
                     *             "region": "OR",
                     *             "country": "US",
                     *             "lastName": "Lovelace",
                     *             "firstName": "Ada",
                     *             "postalCode": "97201"
                     *           },
                     *           "billingAddress": {
                     *             "city": "Portland",
                     *             "line1": "12 Analytical Row",
                     *             "region": "OR",
                     *             "country": "US",
                     *             "lastName": "Lovelace",
                     *             "firstName": "Ada",
                     *             "postalCode": "97201"
                     *           },
                     *           "locale": null,
                     *           "items": [
                     *             {
                     *               "id": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *               "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *               "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *               "title": "Assam Breakfast",
                     *               "variantTitle": "100 g",
                     *               "sku": "TASM-100",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amount": 950,
                     *                 "currency": "USD"
                     *               },
                     *               "tax": {
                     *                 "amount": 0,
                     *                 "currency": "USD"
                     *               },
                     *               "total": {
                     *                 "amount": 1900,
                     *                 "currency": "USD"
                     *               }
                     *             }
                     *           ],
                     *           "totals": {
                     *             "subtotal": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             },
                     *             "discount": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "shipping": {
                     *               "amount": 595,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 2495,
                     *               "currency": "USD"
                     *             }
                     *           },
                     *           "taxInclusive": false,
                     *           "shippingOption": {
                     *             "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *             "name": "Standard",
                     *             "amount": {
                     *               "amount": 595,
                     *               "currency": "USD"
                     *             }
                     *           },
                     *           "payments": [
                     *             {
                     *               "id": "pay_01kagvrz8ypeynem5my5w248cr",
                     *               "provider": "stripe",
                     *               "status": "pending",
                     *               "amount": {
                     *                 "amount": 2495,
                     *                 "currency": "USD"
                     *               },
                     *               "lastError": null,
                     *               "lastFour": null
                     *             }
                     *           ],
                     *           "refunds": [],
                     *           "expiresAt": "2026-01-31T10:00:00.000Z",
                     *           "placedAt": "2026-01-31T09:30:02.000Z",
                     *           "updatedAt": "2026-01-31T09:30:02.000Z"
                     *         },
                     *         "payment": {
                     *           "id": "pay_01kagvrz8ypeynem5my5w248cr",
                     *           "provider": "stripe",
                     *           "status": "pending",
                     *           "amount": {
                     *             "amount": 2495,
                     *             "currency": "USD"
                     *           },
                     *           "clientSecret": "pi_3bbd0c3kz05ex7ebqgseh9pw_secret_9xev7c7jtscmyynj42zqjeyat",
                     *           "publishableKey": "pk_test_cartwright",
                     *           "apiBase": "http://127.0.0.1:3002"
                     *         },
                     *         "orderToken": "1zptcjatwvp496z6qqhk3t2dwfsq35gmnsztw9ca8hx"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CheckoutResult"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cart_completed`: The cart has been checked out. `price_changed`: The price has changed. `out_of_stock`: Not enough stock. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_provider_unavailable`: The shop does not offer this payment provider. `cart_incomplete`: The cart is not ready for checkout. `cart_limit_exceeded`: The cart would exceed a limit. `credit_unavailable`: The gift card or store credit cannot be used. `amount_too_small`: The amount is below the minimum of this payment provider. `amount_too_large`: The amount is above the maximum of this payment provider. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description The guest's order token, from the answer to the checkout.
                 * @example fm9kf91cee9x9ar58z6zgcxa7gwqmvr1ebvbt4xtzy1
                 */
                "x-order-token"?: string;
                "if-none-match"?: string;
            };
            path: {
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *         "number": 1001,
                     *         "cartId": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "status": "confirmed",
                     *         "paymentStatus": "paid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 2495,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8ypeynem5my5w248cr",
                     *             "provider": "stripe",
                     *             "status": "succeeded",
                     *             "amount": {
                     *               "amount": 2495,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:02.000Z",
                     *         "updatedAt": "2026-01-31T09:30:03.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description The order still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description The guest's order token, from the answer to the checkout.
                 * @example fm9kf91cee9x9ar58z6zgcxa7gwqmvr1ebvbt4xtzy1
                 */
                "x-order-token"?: string;
            };
            path: {
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "axis": "order",
                     *           "from": null,
                     *           "to": "pending",
                     *           "reason": "placed",
                     *           "actor": "guest",
                     *           "at": "2026-01-31T09:30:02.000Z"
                     *         },
                     *         {
                     *           "axis": "payment",
                     *           "from": null,
                     *           "to": "unpaid",
                     *           "reason": "placed",
                     *           "actor": "guest",
                     *           "at": "2026-01-31T09:30:02.000Z"
                     *         },
                     *         {
                     *           "axis": "order",
                     *           "from": "pending",
                     *           "to": "confirmed",
                     *           "reason": "paid",
                     *           "actor": "stripe",
                     *           "at": "2026-01-31T09:30:04.000Z"
                     *         },
                     *         {
                     *           "axis": "payment",
                     *           "from": "unpaid",
                     *           "to": "paid",
                     *           "reason": "paid",
                     *           "actor": "stripe",
                     *           "at": "2026-01-31T09:30:04.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderHistoryEntry"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 70efdf2e-c9b0-4607-8795-c442636b55fb
                 */
                "idempotency-key"?: string;
                /**
                 * @description The guest's order token, from the answer to the checkout.
                 * @example w00yf9rk68ra79gwt53gxq7n29y91jpcagd3m0w8c5q
                 */
                "x-order-token"?: string;
            };
            path: {
                /** @example ord_01kagvrz8y5k1za47yrdhv9g06 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order is canceled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8y5k1za47yrdhv9g06",
                     *         "number": 1002,
                     *         "cartId": "cart_01kagvrz8yzhq7kw1aza6133n03kgxv9swe9",
                     *         "status": "canceled",
                     *         "paymentStatus": "unpaid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8yv69dc0fj7fravcyh",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8yjvxp8cc65kpdb5ra",
                     *             "provider": "stripe",
                     *             "status": "canceled",
                     *             "amount": {
                     *               "amount": 1545,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:05.000Z",
                     *         "updatedAt": "2026-01-31T09:30:06.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnOrders: {
        parameters: {
            query?: {
                status?: "pending" | "confirmed" | "completed" | "canceled" | "expired";
                paymentStatus?: "unpaid" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "failed" | "disputed";
                /** @description Placed at this time or later. */
                placedFrom?: string;
                /** @description Placed before this time. */
                placedTo?: string;
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *           "number": 1008,
                     *           "status": "pending",
                     *           "paymentStatus": "unpaid",
                     *           "fulfillmentStatus": "unfulfilled",
                     *           "items": [
                     *             {
                     *               "title": "Assam Breakfast",
                     *               "variantTitle": "100 g",
                     *               "quantity": 1
                     *             }
                     *           ],
                     *           "lineCount": 1,
                     *           "currency": "USD",
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           },
                     *           "placedAt": "2026-01-31T09:30:20.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": false,
                     *         "nextCursor": null,
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderSummary"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimOrder: {
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
                 *       "orderNumber": 1008,
                 *       "token": "cfqrpm4sggjj0w67q3xfbcj8zbr98pvrcx37b2mkxf4"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The number of the order, as its mails show it.
                     * @example 1001
                     */
                    orderNumber: number;
                    /** @description The guest's order token, from the answer to the checkout or the link in a mail. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *         "number": 1008,
                     *         "cartId": "cart_01kagvrz8yg8gnqry9tt29vm0j24mbyd5r85",
                     *         "status": "pending",
                     *         "paymentStatus": "unpaid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8y90y31gzb85t0sdxs",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8yc5tna2xeh3s12e3y",
                     *             "provider": "stripe",
                     *             "status": "pending",
                     *             "amount": {
                     *               "amount": 1545,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": "2026-01-31T10:00:00.000Z",
                     *         "placedAt": "2026-01-31T09:30:20.000Z",
                     *         "updatedAt": "2026-01-31T09:30:21.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *         "number": 1001,
                     *         "cartId": "cart_01kagvrz8yttzq2e1585g1n5xjyrcnp37ndz",
                     *         "status": "confirmed",
                     *         "paymentStatus": "partially_refunded",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 1900,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 1900,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 2495,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8ypeynem5my5w248cr",
                     *             "provider": "stripe",
                     *             "status": "succeeded",
                     *             "amount": {
                     *               "amount": 2495,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null,
                     *             "providerId": "pi_3bbd0c3kz05ex7ebqgseh9pw",
                     *             "creditAccountId": null,
                     *             "captureMethod": "automatic",
                     *             "authorized": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "captured": {
                     *               "amount": 2495,
                     *               "currency": "USD"
                     *             },
                     *             "refunded": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "refunding": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "disputed": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "fee": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "refunds": [
                     *           {
                     *             "id": "ref_01kagvrz8yavejjxmvcxyfqca1",
                     *             "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *             "status": "succeeded",
                     *             "amount": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "shipping": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "lines": [
                     *               {
                     *                 "itemId": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *                 "quantity": 1,
                     *                 "amount": {
                     *                   "amount": 950,
                     *                   "currency": "USD"
                     *                 }
                     *               }
                     *             ],
                     *             "reason": "requested_by_customer",
                     *             "note": "One mug came broken.",
                     *             "restocked": true,
                     *             "actor": "staff",
                     *             "transfers": [
                     *               {
                     *                 "id": "rt_01kagvrz8y1q7bjgfhtt4ab009",
                     *                 "paymentId": "pay_01kagvrz8ypeynem5my5w248cr",
                     *                 "provider": "stripe",
                     *                 "status": "succeeded",
                     *                 "attempt": 1,
                     *                 "providerId": "re_3gmh4kdhyp9ytndft1ygds2q",
                     *                 "lastError": null,
                     *                 "creditAccount": null,
                     *                 "amount": {
                     *                   "amount": 950,
                     *                   "currency": "USD"
                     *                 }
                     *               }
                     *             ],
                     *             "createdAt": "2026-01-31T09:30:07.000Z"
                     *           }
                     *         ],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:02.000Z",
                     *         "updatedAt": "2026-01-31T09:30:08.000Z",
                     *         "customerId": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffOrder"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 1f0e3dad-9990-4345-b743-9f8ffabdf010
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ord_01kagvrz8ykxtc551ndsamym05 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The customer called."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8ykxtc551ndsamym05",
                     *         "number": 1004,
                     *         "cartId": "cart_01kagvrz8yqwywx6rcza0fmjke3sybry80n2",
                     *         "status": "canceled",
                     *         "paymentStatus": "unpaid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8yb3ydn03edeym6h7r",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8yv0b1181fphtktfvr",
                     *             "provider": "stripe",
                     *             "status": "canceled",
                     *             "amount": {
                     *               "amount": 1545,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null,
                     *             "providerId": "pi_3mjkyy9b52z0xenhwfbactyf",
                     *             "creditAccountId": null,
                     *             "captureMethod": "automatic",
                     *             "authorized": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "captured": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "refunded": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "refunding": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "disputed": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "fee": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:10.000Z",
                     *         "updatedAt": "2026-01-31T09:30:11.000Z",
                     *         "customerId": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffOrder"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example aab32389-22bc-4c25-a6f6-06eb525ffdc5
                 */
                "idempotency-key"?: string;
                /**
                 * @description The guest's order token, from the answer to the checkout.
                 * @example fm9kf91cee9x9ar58z6zgcxa7gwqmvr1ebvbt4xtzy1
                 */
                "x-order-token"?: string;
            };
            path: {
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "pay_01kagvrz8ypeynem5my5w248cr",
                     *         "provider": "stripe",
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 2495,
                     *           "currency": "USD"
                     *         },
                     *         "clientSecret": "pi_3bbd0c3kz05ex7ebqgseh9pw_secret_9xev7c7jtscmyynj42zqjeyat",
                     *         "publishableKey": "pk_test_cartwright",
                     *         "apiBase": "http://127.0.0.1:3002"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Payment"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_failed`: The payment failed. */
            402: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 1f0e3dad-9990-4345-b743-9f8ffabdf020
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ord_01kagvrz8y5rjc98mt7xns8zh1 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order is paid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8y5rjc98mt7xns8zh1",
                     *         "number": 1009,
                     *         "cartId": "cart_01kagvrz8yg8gnqry9tt29vm0j24mbyd5r85",
                     *         "status": "confirmed",
                     *         "paymentStatus": "paid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8y90y31gzb85t0sdxs",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8yc5tna2xeh3s12e3y",
                     *             "provider": "stripe",
                     *             "status": "succeeded",
                     *             "amount": {
                     *               "amount": 1545,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:29.000Z",
                     *         "updatedAt": "2026-01-31T09:30:30.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_failed`: The payment failed. */
            402: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 1f0e3dad-9990-4345-b743-9f8ffabdf012
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ord_01kagvrz8y7yvvky7r9czej6ez */
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
                    /** @description How the money arrived, for the order's history. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The order is paid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ord_01kagvrz8y7yvvky7r9czej6ez",
                     *         "number": 1005,
                     *         "cartId": "cart_01kagvrz8y3h0ga05kc54c9q80w5acawvdx5",
                     *         "status": "confirmed",
                     *         "paymentStatus": "paid",
                     *         "fulfillmentStatus": "unfulfilled",
                     *         "currency": "USD",
                     *         "email": "ada@example.com",
                     *         "shippingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "billingAddress": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "locale": null,
                     *         "items": [
                     *           {
                     *             "id": "oi_01kagvrz8ynxfyj357eqmsxbex",
                     *             "variantId": "var_01kagvrz8ykzrg878za455gjpb",
                     *             "productId": "prod_01kagvrz8ymgtbsaqea3k7vwrg",
                     *             "title": "Assam Breakfast",
                     *             "variantTitle": "100 g",
                     *             "sku": "TASM-100",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             },
                     *             "tax": {
                     *               "amount": 0,
                     *               "currency": "USD"
                     *             },
                     *             "total": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "totals": {
                     *           "subtotal": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "discount": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           },
                     *           "tax": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "total": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "taxInclusive": false,
                     *         "shippingOption": {
                     *           "id": "so_01kagvrz8yv4g89k23jyxwae1j",
                     *           "name": "Standard",
                     *           "amount": {
                     *             "amount": 595,
                     *             "currency": "USD"
                     *           }
                     *         },
                     *         "payments": [
                     *           {
                     *             "id": "pay_01kagvrz8ynr7ka35s63vs53vc",
                     *             "provider": "manual",
                     *             "status": "succeeded",
                     *             "amount": {
                     *               "amount": 1545,
                     *               "currency": "USD"
                     *             },
                     *             "lastError": null,
                     *             "lastFour": null
                     *           }
                     *         ],
                     *         "refunds": [],
                     *         "expiresAt": null,
                     *         "placedAt": "2026-01-31T09:30:12.000Z",
                     *         "updatedAt": "2026-01-31T09:30:13.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refunds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ref_01kagvrz8yavejjxmvcxyfqca1",
                     *           "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *           "status": "succeeded",
                     *           "amount": {
                     *             "amount": 950,
                     *             "currency": "USD"
                     *           },
                     *           "shipping": {
                     *             "amount": 0,
                     *             "currency": "USD"
                     *           },
                     *           "lines": [
                     *             {
                     *               "itemId": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *               "quantity": 1,
                     *               "amount": {
                     *                 "amount": 950,
                     *                 "currency": "USD"
                     *               }
                     *             }
                     *           ],
                     *           "reason": "requested_by_customer",
                     *           "note": "One mug came broken.",
                     *           "restocked": true,
                     *           "actor": "staff",
                     *           "transfers": [
                     *             {
                     *               "id": "rt_01kagvrz8y1q7bjgfhtt4ab009",
                     *               "paymentId": "pay_01kagvrz8ypeynem5my5w248cr",
                     *               "provider": "stripe",
                     *               "status": "succeeded",
                     *               "attempt": 1,
                     *               "providerId": "re_3gmh4kdhyp9ytndft1ygds2q",
                     *               "lastError": null,
                     *               "creditAccount": null,
                     *               "amount": {
                     *                 "amount": 950,
                     *                 "currency": "USD"
                     *               }
                     *             }
                     *           ],
                     *           "createdAt": "2026-01-31T09:30:07.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Refund"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 1f0e3dad-9990-4345-b743-9f8ffabdf001
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ord_01kagvrz8yqyd79xzf1at08qsf */
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
                 *           "itemId": "oi_01kagvrz8yd42rx4j5kzx9spme",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "restock": true,
                 *       "reason": "requested_by_customer",
                 *       "note": "One mug came broken."
                 *     }
                 */
                "application/json": {
                    /** @description Instead of `lines` and `shipping`: an amount, refunded exactly or not at all. */
                    amount?: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description Lines of the order, each once. The shop computes their amounts, with tax. */
                    lines?: {
                        itemId: string;
                        quantity: number;
                    }[];
                    /** @description With its tax: `true` for all that is left of it, or an amount. */
                    shipping?: true | {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description Required with `lines`: whether their goods return to stock. */
                    restock?: boolean;
                    /** @enum {string} */
                    reason: "requested_by_customer" | "duplicate" | "fraudulent";
                    /** @description For staff. The customer does not see it. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The pending refund. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ref_01kagvrz8yavejjxmvcxyfqca1",
                     *         "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 950,
                     *           "currency": "USD"
                     *         },
                     *         "shipping": {
                     *           "amount": 0,
                     *           "currency": "USD"
                     *         },
                     *         "lines": [
                     *           {
                     *             "itemId": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *             "quantity": 1,
                     *             "amount": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "reason": "requested_by_customer",
                     *         "note": "One mug came broken.",
                     *         "restocked": true,
                     *         "actor": "staff",
                     *         "transfers": [
                     *           {
                     *             "id": "rt_01kagvrz8y1q7bjgfhtt4ab009",
                     *             "paymentId": "pay_01kagvrz8ypeynem5my5w248cr",
                     *             "provider": "stripe",
                     *             "status": "pending",
                     *             "attempt": 1,
                     *             "providerId": null,
                     *             "lastError": null,
                     *             "creditAccount": null,
                     *             "amount": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "createdAt": "2026-01-31T09:30:07.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `refund_exceeds_payment`: The refund exceeds what is left of the payment. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_possible`: The refund is not possible. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example ref_01kagvrz8yavejjxmvcxyfqca1 */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ref_01kagvrz8yavejjxmvcxyfqca1",
                     *         "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf",
                     *         "status": "succeeded",
                     *         "amount": {
                     *           "amount": 950,
                     *           "currency": "USD"
                     *         },
                     *         "shipping": {
                     *           "amount": 0,
                     *           "currency": "USD"
                     *         },
                     *         "lines": [
                     *           {
                     *             "itemId": "oi_01kagvrz8yd42rx4j5kzx9spme",
                     *             "quantity": 1,
                     *             "amount": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "reason": "requested_by_customer",
                     *         "note": "One mug came broken.",
                     *         "restocked": true,
                     *         "actor": "staff",
                     *         "transfers": [
                     *           {
                     *             "id": "rt_01kagvrz8y1q7bjgfhtt4ab009",
                     *             "paymentId": "pay_01kagvrz8ypeynem5my5w248cr",
                     *             "provider": "stripe",
                     *             "status": "succeeded",
                     *             "attempt": 1,
                     *             "providerId": "re_3gmh4kdhyp9ytndft1ygds2q",
                     *             "lastError": null,
                     *             "creditAccount": null,
                     *             "amount": {
                     *               "amount": 950,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "createdAt": "2026-01-31T09:30:07.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 1f0e3dad-9990-4345-b743-9f8ffabdf006
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example ref_01kagvrz8y6vd06qh68hr43yst */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund, in progress again. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ref_01kagvrz8y6vd06qh68hr43yst",
                     *         "orderId": "ord_01kagvrz8ye9djs4e5bjdvapnk",
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 500,
                     *           "currency": "USD"
                     *         },
                     *         "shipping": {
                     *           "amount": 0,
                     *           "currency": "USD"
                     *         },
                     *         "lines": [],
                     *         "reason": "requested_by_customer",
                     *         "note": "",
                     *         "restocked": false,
                     *         "actor": "staff",
                     *         "transfers": [
                     *           {
                     *             "id": "rt_01kagvrz8y6abymtrxb86dk10c",
                     *             "paymentId": "pay_01kagvrz8y2syexjtjjtr145yh",
                     *             "provider": "stripe",
                     *             "status": "pending",
                     *             "attempt": 2,
                     *             "providerId": null,
                     *             "lastError": null,
                     *             "creditAccount": null,
                     *             "amount": {
                     *               "amount": 500,
                     *               "currency": "USD"
                     *             }
                     *           }
                     *         ],
                     *         "createdAt": "2026-01-31T09:30:09.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Refund"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `refund_exceeds_payment`: The refund exceeds what is left of the payment. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                    /** @description The printed code; spaces, hyphens and case are ignored. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The balance that can be spent. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "balance": {
                     *           "amount": 50000,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["GiftCardBalance"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example gift_card */
                kind?: "gift_card" | "store_credit";
                customerId?: string;
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *           "kind": "gift_card",
                     *           "lastFour": "5HWE",
                     *           "customerId": null,
                     *           "balance": {
                     *             "amount": 47955,
                     *             "currency": "USD"
                     *           },
                     *           "expiresAt": null,
                     *           "disabledAt": null,
                     *           "createdAt": "2026-01-31T09:30:17.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": true,
                     *         "nextCursor": "cxaq4x7d7wmqa48akww2m6fs050zz2akfygcjnp37jv1jwsd8npbwj.6q42wkbma9w7w7sdq42t7m",
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditAccount"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 98f13708-2101-44c4-9568-7be6106a3001
                 */
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
                 *         "amount": 50000,
                 *         "currency": "USD"
                 *       },
                 *       "note": "Prize of the summer draw"
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
                    /** @description The customer's id. The shop keeps no customers yet, so the id is not checked: take it from the system that does. Only a customer who signs in with this id can spend the credit. */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *         "kind": "gift_card",
                     *         "lastFour": "5HWE",
                     *         "customerId": null,
                     *         "balance": {
                     *           "amount": 50000,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": null,
                     *         "disabledAt": null,
                     *         "createdAt": "2026-01-31T09:30:17.000Z",
                     *         "code": "7K2M-9QXD-0VTR-5HWE"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["IssuedCredit"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example ca_01kagvrz8ynjyg0b7f3c0r68e4 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *         "kind": "gift_card",
                     *         "lastFour": "5HWE",
                     *         "customerId": null,
                     *         "balance": {
                     *           "amount": 47955,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": null,
                     *         "disabledAt": null,
                     *         "createdAt": "2026-01-31T09:30:17.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCredit: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                /** @example ca_01kagvrz8ynjyg0b7f3c0r68e4 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expiresAt": "2027-01-31T09:30:00.000Z",
                 *       "reason": "The draw was put off."
                 *     }
                 */
                "application/json": {
                    /** @description Whether the account is disabled: nothing can be spent from it until it is enabled again. */
                    disabled?: boolean;
                    /** @description `null`: never. */
                    expiresAt?: string | null;
                    /** @description The reason, for the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *         "kind": "gift_card",
                     *         "lastFour": "5HWE",
                     *         "customerId": null,
                     *         "balance": {
                     *           "amount": 47955,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": "2027-01-31T09:30:00.000Z",
                     *         "disabledAt": null,
                     *         "createdAt": "2026-01-31T09:30:17.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description The maximum number of items to return.
                 * @example 2
                 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ca_01kagvrz8ynjyg0b7f3c0r68e4 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ce_01kagvrz8yga3b07qagq2bvqad",
                     *           "kind": "adjusted",
                     *           "amount": {
                     *             "amount": -500,
                     *             "currency": "USD"
                     *           },
                     *           "reference": "aud_01kagvrz8yrc97wg1yjtabfg3b",
                     *           "actor": "staff",
                     *           "note": "Was printed with 5 too much.",
                     *           "createdAt": "2026-01-31T09:30:18.000Z"
                     *         },
                     *         {
                     *           "id": "ce_01kagvrz8yrn323pvfc7xdq3sb",
                     *           "kind": "held",
                     *           "amount": {
                     *             "amount": -1545,
                     *             "currency": "USD"
                     *           },
                     *           "reference": "pay_01kagvrz8y8e2fewrx4r9kg904",
                     *           "actor": "guest",
                     *           "note": "",
                     *           "createdAt": "2026-01-31T09:30:19.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 2,
                     *         "hasMore": true,
                     *         "nextCursor": "vzdczxnqg6y29j1jsqembc53nppypgg3h4jxxc7szq1av3944hggnb.3045ew1zpbjfy4nt5egw17",
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditEntry"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 98f13708-2101-44c4-9568-7be6106a3002
                 */
                "idempotency-key"?: string;
                "if-match"?: string;
            };
            path: {
                /** @example ca_01kagvrz8ynjyg0b7f3c0r68e4 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": -500,
                 *         "currency": "USD"
                 *       },
                 *       "reason": "Was printed with 5 too much."
                 *     }
                 */
                "application/json": {
                    /** @description The amount to add; negative to deduct. */
                    amount: {
                        amount: number;
                        currency: components["schemas"]["Currency"];
                    };
                    /** @description The reason, for the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *         "kind": "gift_card",
                     *         "lastFour": "5HWE",
                     *         "customerId": null,
                     *         "balance": {
                     *           "amount": 47955,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": null,
                     *         "disabledAt": null,
                     *         "createdAt": "2026-01-31T09:30:17.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_credit`: Not enough credit. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                "if-match"?: string;
            };
            path: {
                /** @example ca_01kagvrz8ynjyg0b7f3c0r68e4 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The card was lost."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ca_01kagvrz8ynjyg0b7f3c0r68e4",
                     *         "kind": "gift_card",
                     *         "lastFour": "5HWE",
                     *         "customerId": null,
                     *         "balance": {
                     *           "amount": 47955,
                     *           "currency": "USD"
                     *         },
                     *         "expiresAt": "2027-01-31T09:30:00.000Z",
                     *         "disabledAt": "2026-01-31T09:30:20.000Z",
                     *         "createdAt": "2026-01-31T09:30:17.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreditAccount"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example open */
                state?: "open" | "closed";
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "dp_01kagvrz8ya10vpghx3q1j6vza",
                     *           "orderId": "ord_01kagvrz8yb985b5ka4rd88afx",
                     *           "paymentId": "pay_01kagvrz8ynhpk1a0h71tjk8hj",
                     *           "providerId": "dp_3ezq1fsw0ynewt9d9z7047sr",
                     *           "status": "needs_response",
                     *           "reason": "fraudulent",
                     *           "amount": {
                     *             "amount": 1545,
                     *             "currency": "USD"
                     *           },
                     *           "evidenceDueAt": "2026-02-09T09:30:00.000Z",
                     *           "createdAt": "2026-01-31T09:30:14.000Z",
                     *           "updatedAt": "2026-01-31T09:30:15.000Z",
                     *           "closedAt": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": false,
                     *         "nextCursor": null,
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Dispute"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "correct horse battery staple",
                 *       "firstName": "Ada",
                 *       "locale": "en-US"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What `<input type="email">` accepts, up to 254 characters; the domain may use any script. Stored in lower case.
                     * @example ada@example.com
                     */
                    email: string;
                    password: string;
                    firstName?: string;
                    lastName?: string;
                    /**
                     * @description Language and region of mails (BCP 47).
                     * @example en-US
                     */
                    locale?: string;
                };
            };
        };
        responses: {
            /** @description A mail is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "status": "accepted"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @constant */
                            status: "accepted";
                        };
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                "__Secure-cw_device"?: string;
            };
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What `<input type="email">` accepts, up to 254 characters; the domain may use any script. Stored in lower case.
                     * @example ada@example.com
                     */
                    email: string;
                    password: string;
                    /**
                     * @description `bearer`: the answer has the tokens. `cookie`: they are cookies that scripts cannot read, and each write repeats `csrfToken` in the header `X-CSRF-Token`.
                     * @default bearer
                     * @enum {string}
                     */
                    mode?: "bearer" | "cookie";
                    /** @description The `deviceToken` of an earlier sign-in on this device; browsers have a cookie. */
                    deviceToken?: string;
                };
            };
        };
        responses: {
            /** @description The session, or what it still needs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "status": "signed_in",
                     *         "mode": "bearer",
                     *         "expiresIn": 900,
                     *         "user": {
                     *           "id": "usr_01kagvrz8y24ed3rrvxdvkdqjm",
                     *           "customerId": "cus_01kagvrz8yjs2c7gxq3mx1vbwf",
                     *           "email": "ada@example.com",
                     *           "emailVerified": false,
                     *           "firstName": "Ada",
                     *           "lastName": null,
                     *           "locale": "en-US",
                     *           "createdAt": "2026-01-31T09:30:16.000Z"
                     *         },
                     *         "session": {
                     *           "id": "ses_01kagvrz8ypdt3nr3cme52ks2w",
                     *           "current": true,
                     *           "mode": "bearer",
                     *           "device": "node",
                     *           "address": "127.0.0.1",
                     *           "createdAt": "2026-01-31T09:30:17.000Z",
                     *           "lastSeenAt": "2026-01-31T09:30:17.000Z",
                     *           "expiresAt": "2026-03-02T09:30:00.000Z"
                     *         },
                     *         "accessToken": "xdzhn862bnek6vh14yg78d51etb23rtwb44sxcyc2qebdm3xg1wq03a0mf2psazn3639e25nf5jr9v5mcqv2ydcaws2esrw9qes9hwg5t1hk9h.01p688rtvyj3dpet7y67a1pxx3tcb0d4p5v9rba6eezxnstev046ev0kvvejsx77e3ny2z1a1tbkw18azf8e18tzqfmjpmjffrnwwmyzxe8b77j85mwgcdrmdjhftt1am1qwty044zdn8n8h24qv2n528h2943d82tr63wcka4475a3bp3m730b9aprs6p6xa6ra77t881tchqxzeshwxcb9re36.cwwsgsvqhbx4pfqr9rqybx3vg7wmmn8qqjt7atg49qtzc4b7vyb8bxvadnc5qb7j26dngpd9xz2s2mpt5782bs",
                     *         "tokenType": "Bearer",
                     *         "refreshToken": "11xyw9mfa4qhjdx2z7ynh11t2jdr2a21vac02340r25",
                     *         "deviceToken": "hzks2xgepdmd5cv5tddnyw.y8xv67a57t58wdpapqbfy6bjsdcb5dq88n5ncpazsbq"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignedIn"] | components["schemas"]["FactorRequired"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_credentials`: The address or the password is wrong. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                "__Secure-cw_refresh"?: string;
            };
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "vdvpjgcpkbaqvm2pva33zm29sn40hdgp15k12br32kh"
                 *     }
                 */
                "application/json": {
                    /** @description Of a session in the mode `bearer`. */
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "status": "signed_in",
                     *         "mode": "bearer",
                     *         "expiresIn": 900,
                     *         "user": {
                     *           "id": "usr_01kagvrz8y24ed3rrvxdvkdqjm",
                     *           "customerId": "cus_01kagvrz8yjs2c7gxq3mx1vbwf",
                     *           "email": "ada@example.com",
                     *           "emailVerified": false,
                     *           "firstName": "Ada",
                     *           "lastName": null,
                     *           "locale": "en-US",
                     *           "createdAt": "2026-01-31T09:30:16.000Z"
                     *         },
                     *         "session": {
                     *           "id": "ses_01kagvrz8ybnrvbst4787949mz",
                     *           "current": true,
                     *           "mode": "bearer",
                     *           "device": "node",
                     *           "address": "127.0.0.1",
                     *           "createdAt": "2026-01-31T09:30:18.000Z",
                     *           "lastSeenAt": "2026-01-31T09:30:19.000Z",
                     *           "expiresAt": "2026-03-02T09:30:00.000Z"
                     *         },
                     *         "accessToken": "x56qd7hactbenh84vq737w7gcxxaqqgnrepncwys1hmwxeyg41bvkqbc209c8mb6wrz034ymgyvzdrgbs2sjrnvre5s7cr0t4692k5z95emwrn.1xsqp93eqqkehgbz3xsr2x23d630qj1cbjxgc0g56xpt892kzxnd11y21rjdevdsw8najs5t0b51g54g1n7wg3zd81xxjj03jva2h0g80ncp696zv5cetawxfrd0nvwsgs6n3yagh7f2h910t54bnv6jz5z7awrdz4q3yhd5s10e8w96zr6hrhzs445tp3kz2tcjr7zcyha1xw09b337ce1bg3j2.t8jqbwg1q5krd8exnynrpqxpe51yrf06v3waptmsy6dxsbw5qec03haqy5sgqssjz45nzg7a1s4ardg29xq4dv",
                     *         "tokenType": "Bearer",
                     *         "refreshToken": "yh7864vvnmvf5ekkd4mxqygm3aacyfw9709n4djsxhb"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignedIn"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_refresh_token`: The refresh token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                "__Secure-cw_refresh"?: string;
            };
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "yh7864vvnmvf5ekkd4mxqygm3aacyfw9709n4djsxhb"
                 *     }
                 */
                "application/json": {
                    /** @description Of a session in the mode `bearer`. */
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description There is no session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "status": "signed_out"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @constant */
                            status: "signed_out";
                        };
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user and the session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "user": {
                     *           "id": "usr_01kagvrz8y24ed3rrvxdvkdqjm",
                     *           "customerId": "cus_01kagvrz8yjs2c7gxq3mx1vbwf",
                     *           "email": "ada@example.com",
                     *           "emailVerified": false,
                     *           "firstName": "Ada",
                     *           "lastName": null,
                     *           "locale": "en-US",
                     *           "createdAt": "2026-01-31T09:30:16.000Z"
                     *         },
                     *         "session": {
                     *           "id": "ses_01kagvrz8ypdt3nr3cme52ks2w",
                     *           "current": true,
                     *           "mode": "bearer",
                     *           "device": "node",
                     *           "address": "127.0.0.1",
                     *           "createdAt": "2026-01-31T09:30:17.000Z",
                     *           "lastSeenAt": "2026-01-31T09:30:17.000Z",
                     *           "expiresAt": "2026-03-02T09:30:00.000Z"
                     *         },
                     *         "permissions": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            user: components["schemas"]["User"];
                            session: components["schemas"]["Session"];
                            /** @description Of staff, by all their roles. */
                            permissions: string[];
                            /** @description In the mode `cookie`. */
                            csrfToken?: string;
                        };
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "orders:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "catalogue_manager",
                     *             "fulfilment",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/orders/{orderId}",
                     *             "GET /admin/orders/{orderId}/refunds",
                     *             "GET /admin/refunds/{refundId}"
                     *           ]
                     *         },
                     *         {
                     *           "name": "orders:cancel",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/orders/{orderId}/cancel"
                     *           ]
                     *         },
                     *         {
                     *           "name": "orders:capture",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "fulfilment",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/orders/{orderId}/capture",
                     *             "POST /admin/orders/{orderId}/mark-paid"
                     *           ]
                     *         },
                     *         {
                     *           "name": "orders:refund",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/orders/{orderId}/refunds",
                     *             "POST /admin/refunds/{refundId}/retry"
                     *           ]
                     *         },
                     *         {
                     *           "name": "disputes:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/disputes"
                     *           ]
                     *         },
                     *         {
                     *           "name": "creditAccounts:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/credit-accounts",
                     *             "GET /admin/credit-accounts/{accountId}",
                     *             "GET /admin/credit-accounts/{accountId}/entries"
                     *           ]
                     *         },
                     *         {
                     *           "name": "creditAccounts:write",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/credit-accounts",
                     *             "POST /admin/credit-accounts/{accountId}/adjust",
                     *             "PATCH /admin/credit-accounts/{accountId}",
                     *             "POST /admin/credit-accounts/{accountId}/disable"
                     *           ]
                     *         },
                     *         {
                     *           "name": "roles:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/permissions",
                     *             "GET /admin/roles",
                     *             "GET /admin/roles/{roleId}"
                     *           ]
                     *         },
                     *         {
                     *           "name": "roles:write",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/roles",
                     *             "PATCH /admin/roles/{roleId}",
                     *             "DELETE /admin/roles/{roleId}"
                     *           ]
                     *         },
                     *         {
                     *           "name": "owners:write",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "owner"
                     *           ],
                     *           "routes": []
                     *         },
                     *         {
                     *           "name": "workflows:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/workflows",
                     *             "GET /admin/workflows/{workflowId}"
                     *           ]
                     *         },
                     *         {
                     *           "name": "workflows:write",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "finance",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/workflows/{workflowId}/retry",
                     *             "POST /admin/workflows/{workflowId}/abandon"
                     *           ]
                     *         },
                     *         {
                     *           "name": "jobs:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/jobs",
                     *             "GET /admin/jobs/{jobId}"
                     *           ]
                     *         },
                     *         {
                     *           "name": "jobs:write",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "POST /admin/jobs/{jobId}/retry",
                     *             "POST /admin/jobs/{jobId}/discard"
                     *           ]
                     *         },
                     *         {
                     *           "name": "doctor:run",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/doctor"
                     *           ]
                     *         },
                     *         {
                     *           "name": "setup:read",
                     *           "holder": "staff",
                     *           "defaultRoles": [
                     *             "support",
                     *             "catalogue_manager",
                     *             "admin",
                     *             "owner"
                     *           ],
                     *           "routes": [
                     *             "GET /admin/setup"
                     *           ]
                     *         },
                     *         {
                     *           "name": "account:read:own",
                     *           "holder": "user",
                     *           "defaultRoles": [],
                     *           "routes": []
                     *         },
                     *         {
                     *           "name": "account:write:own",
                     *           "holder": "user",
                     *           "defaultRoles": [],
                     *           "routes": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ListedPermission"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "role_01kagvrz8yyjhzp4ejxyfxwbdr",
                     *           "name": "owner",
                     *           "title": "Owner",
                     *           "description": "Everything, always. A shop has one at least.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "doctor:run",
                     *             "jobs:read",
                     *             "jobs:write",
                     *             "orders:cancel",
                     *             "orders:capture",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "owners:write",
                     *             "roles:read",
                     *             "roles:write",
                     *             "setup:read",
                     *             "workflows:read",
                     *             "workflows:write"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8yr697ecwkhxtj4747",
                     *           "name": "admin",
                     *           "title": "Admin",
                     *           "description": "Everything except saying who owns the shop.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "doctor:run",
                     *             "jobs:read",
                     *             "jobs:write",
                     *             "orders:cancel",
                     *             "orders:capture",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "roles:read",
                     *             "roles:write",
                     *             "setup:read",
                     *             "workflows:read",
                     *             "workflows:write"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *           "name": "finance",
                     *           "title": "Finance",
                     *           "description": "Captures, refunds, disputes, gift cards and store credit.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "orders:capture",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "workflows:read",
                     *             "workflows:write"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8yz1vc29jprnrz28pz",
                     *           "name": "fulfilment",
                     *           "title": "Fulfilment",
                     *           "description": "Orders to be sent, and stock.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "orders:capture",
                     *             "orders:read"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8yfxsh24jem5ge1nrc",
                     *           "name": "catalogue_manager",
                     *           "title": "Catalogue manager",
                     *           "description": "Products and stock.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "orders:read",
                     *             "setup:read"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8ypw1k2xtbq42m2ajw",
                     *           "name": "support",
                     *           "title": "Support",
                     *           "description": "Reads what concerns customers, cancels and refunds orders.",
                     *           "builtIn": true,
                     *           "permissions": [
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "jobs:read",
                     *             "orders:cancel",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "setup:read",
                     *             "workflows:read"
                     *           ],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         },
                     *         {
                     *           "id": "role_01kagvrz8y3wgqd6kqc0mv93ar",
                     *           "name": "customer",
                     *           "title": "Customer",
                     *           "description": "What each customer may do with what is theirs. It is granted to no one.",
                     *           "builtIn": true,
                     *           "permissions": [],
                     *           "grants": 0,
                     *           "createdAt": "2026-01-31T09:30:20.000Z",
                     *           "updatedAt": "2026-01-31T09:30:20.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRole: {
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
                 *       "name": "night_shift",
                 *       "title": "Night shift",
                 *       "description": "Looks at orders, and at nothing else.",
                 *       "permissions": [
                 *         "orders:read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example night_shift */
                    name: string;
                    /** @example Night shift */
                    title: string;
                    /** @default  */
                    description?: string;
                    /** @default [] */
                    permissions?: components["schemas"]["Permission"][];
                };
            };
        };
        responses: {
            /** @description The new role. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "role_01kagvrz8ycns4eg526h9qhp4a",
                     *         "name": "night_shift",
                     *         "title": "Night shift",
                     *         "description": "Looks at orders, and at nothing else.",
                     *         "builtIn": false,
                     *         "permissions": [
                     *           "orders:read"
                     *         ],
                     *         "grants": 0,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:21.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_name_taken`: A role has this name. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_permission_unfit`: The permission does not fit the role. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example role_01kagvrz8ycns4eg526h9qhp4a */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "role_01kagvrz8ycns4eg526h9qhp4a",
                     *         "name": "night_shift",
                     *         "title": "Night shift",
                     *         "description": "Looks at orders, and at nothing else.",
                     *         "builtIn": false,
                     *         "permissions": [
                     *           "orders:read"
                     *         ],
                     *         "grants": 0,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:21.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example role_01kagvrz8ycns4eg526h9qhp4a */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role as it was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "role_01kagvrz8ycns4eg526h9qhp4a",
                     *         "name": "night_shift",
                     *         "title": "Night shift",
                     *         "description": "Looks at orders, and at nothing else.",
                     *         "builtIn": false,
                     *         "permissions": [
                     *           "orders:cancel",
                     *           "orders:read"
                     *         ],
                     *         "grants": 0,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:22.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_in_use`: The role is granted to someone. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_built_in`: The role belongs to the shop. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                /** @example role_01kagvrz8ycns4eg526h9qhp4a */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         "orders:read",
                 *         "orders:cancel"
                 *       ]
                 *     }
                 */
                "application/json": {
                    title?: string;
                    description?: string;
                    /** @description All that the role allows. */
                    permissions?: components["schemas"]["Permission"][];
                };
            };
        };
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "role_01kagvrz8ycns4eg526h9qhp4a",
                     *         "name": "night_shift",
                     *         "title": "Night shift",
                     *         "description": "Looks at orders, and at nothing else.",
                     *         "builtIn": false,
                     *         "permissions": [
                     *           "orders:cancel",
                     *           "orders:read"
                     *         ],
                     *         "grants": 0,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:22.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_built_in`: The role belongs to the shop. `role_permission_unfit`: The permission does not fit the role. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
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
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cus_01kagvrz8yjs2c7gxq3mx1vbwf",
                     *         "email": "grace@example.com",
                     *         "emailVerified": true,
                     *         "firstName": "Grace",
                     *         "lastName": "Hopper",
                     *         "locale": "en-US",
                     *         "createdAt": "2026-01-31T09:30:22.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Profile"];
                    };
                };
            };
            /** @description The profile still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Grace",
                 *       "lastName": "Hopper",
                 *       "locale": "en-US"
                 *     }
                 */
                "application/json": {
                    firstName?: string | null;
                    lastName?: string | null;
                    /**
                     * @description Language and region of mails (BCP 47); null: the shop’s own.
                     * @example de-DE
                     */
                    locale?: string | null;
                };
            };
        };
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "cus_01kagvrz8yjs2c7gxq3mx1vbwf",
                     *         "email": "grace@example.com",
                     *         "emailVerified": true,
                     *         "firstName": "Grace",
                     *         "lastName": "Hopper",
                     *         "locale": "en-US",
                     *         "createdAt": "2026-01-31T09:30:22.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Profile"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address book. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "addr_01kagvrz8yxk4xffxmrx1sx7ba",
                     *           "address": {
                     *             "city": "Portland",
                     *             "line1": "12 Analytical Row",
                     *             "region": "OR",
                     *             "country": "US",
                     *             "lastName": "Lovelace",
                     *             "firstName": "Ada",
                     *             "postalCode": "97201"
                     *           },
                     *           "isDefaultShipping": true,
                     *           "isDefaultBilling": false,
                     *           "createdAt": "2026-01-31T09:30:23.000Z",
                     *           "updatedAt": "2026-01-31T09:30:23.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SavedAddress"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAddress: {
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
                 *       "address": {
                 *         "firstName": "Ada",
                 *         "lastName": "Lovelace",
                 *         "line1": "12 Analytical Row",
                 *         "city": "Portland",
                 *         "region": "OR",
                 *         "postalCode": "97201",
                 *         "country": "US"
                 *       },
                 *       "isDefaultShipping": true
                 *     }
                 */
                "application/json": {
                    address: components["schemas"]["AddressInput"];
                    /** @description Whether it is the default shipping address. One is: the earlier one ceases to be. */
                    isDefaultShipping?: boolean;
                    /** @description Whether it is the default billing address. One is: the earlier one ceases to be. */
                    isDefaultBilling?: boolean;
                };
            };
        };
        responses: {
            /** @description The entry of the address book. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "addr_01kagvrz8yxk4xffxmrx1sx7ba",
                     *         "address": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "isDefaultShipping": true,
                     *         "isDefaultBilling": false,
                     *         "createdAt": "2026-01-31T09:30:23.000Z",
                     *         "updatedAt": "2026-01-31T09:30:23.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SavedAddress"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address_limit_exceeded`: The address book is full. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAddress: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @example addr_01kagvrz8yxk4xffxmrx1sx7ba */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry of the address book. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "addr_01kagvrz8yxk4xffxmrx1sx7ba",
                     *         "address": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "isDefaultShipping": true,
                     *         "isDefaultBilling": false,
                     *         "createdAt": "2026-01-31T09:30:23.000Z",
                     *         "updatedAt": "2026-01-31T09:30:23.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SavedAddress"];
                    };
                };
            };
            /** @description The entry still matches `If-None-Match`. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAddress: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                /** @example addr_01kagvrz8yxk4xffxmrx1sx7ba */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry as it was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "addr_01kagvrz8yxk4xffxmrx1sx7ba",
                     *         "address": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "isDefaultShipping": true,
                     *         "isDefaultBilling": true,
                     *         "createdAt": "2026-01-31T09:30:23.000Z",
                     *         "updatedAt": "2026-01-31T09:30:24.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SavedAddress"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAddress: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                /** @example addr_01kagvrz8yxk4xffxmrx1sx7ba */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "isDefaultBilling": true
                 *     }
                 */
                "application/json": {
                    /** @description The whole address. */
                    address?: components["schemas"]["AddressInput"];
                    /** @description Whether it is the default shipping address. One is: the earlier one ceases to be. */
                    isDefaultShipping?: boolean;
                    /** @description Whether it is the default billing address. One is: the earlier one ceases to be. */
                    isDefaultBilling?: boolean;
                };
            };
        };
        responses: {
            /** @description The entry of the address book. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "addr_01kagvrz8yxk4xffxmrx1sx7ba",
                     *         "address": {
                     *           "city": "Portland",
                     *           "line1": "12 Analytical Row",
                     *           "region": "OR",
                     *           "country": "US",
                     *           "lastName": "Lovelace",
                     *           "firstName": "Ada",
                     *           "postalCode": "97201"
                     *         },
                     *         "isDefaultShipping": true,
                     *         "isDefaultBilling": true,
                     *         "createdAt": "2026-01-31T09:30:23.000Z",
                     *         "updatedAt": "2026-01-31T09:30:24.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SavedAddress"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: The resource has changed. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestDataExport: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "dr_01kagvrz8ystba9zcsmwxwgd93",
                     *         "kind": "export",
                     *         "state": "queued",
                     *         "requestedBy": "customer",
                     *         "blockers": [],
                     *         "bytes": 0,
                     *         "createdAt": "2026-01-31T09:30:25.000Z",
                     *         "finishedAt": null,
                     *         "expiresAt": null,
                     *         "download": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OwnDataRequest"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDataExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dr_01kagvrz8ystba9zcsmwxwgd93 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "dr_01kagvrz8ystba9zcsmwxwgd93",
                     *         "kind": "export",
                     *         "state": "done",
                     *         "requestedBy": "customer",
                     *         "blockers": [],
                     *         "bytes": 18204,
                     *         "createdAt": "2026-01-31T09:30:25.000Z",
                     *         "finishedAt": "2026-01-31T09:30:26.000Z",
                     *         "expiresAt": "2026-02-07T09:30:00.000Z",
                     *         "download": {
                     *           "url": "https://shop.example.com/downloads/data-exports/dxd_dr01kagvrz8y.1769852100.signature",
                     *           "expiresAt": "2026-01-31T09:45:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OwnDataRequest"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `email_not_verified`: The e-mail address is not verified. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDataExport: {
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
                 *       "token": "cfqrpm4sggjj0w67q3xfbcj8zbr98pvr.cx37b2mkxf.4frxp1td8bpffyzet867qeg4kc48p8643pc2raq7p4f"
                 *     }
                 */
                "application/json": {
                    /** @description From the link of the mail. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Where to fetch it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "url": "https://shop.example.com/downloads/data-exports/dxd_dr01kagvrz8y.1769852100.signature",
                     *         "expiresAt": "2026-01-31T09:45:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DataDownload"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestErasure: {
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
                 *       "confirm": true,
                 *       "forfeitCredit": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description An erasure cannot be taken back.
                     * @constant
                     */
                    confirm: true;
                    /**
                     * @description Whether store credit that is left may be lost. Otherwise it blocks the erasure.
                     * @default false
                     */
                    forfeitCredit?: boolean;
                };
            };
        };
        responses: {
            /** @description The request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "dr_01kagvrz8yhav48qw8cz5k6bb0",
                     *         "kind": "erasure",
                     *         "state": "queued",
                     *         "requestedBy": "customer",
                     *         "blockers": [],
                     *         "bytes": 0,
                     *         "createdAt": "2026-01-31T09:30:29.000Z",
                     *         "finishedAt": null,
                     *         "expiresAt": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DataRequest"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erasure_blocked`: Something stands in the way of the erasure. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDataRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cus_01kagvrz8yvzghf5v2pe39527x */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "dr_01kagvrz8yqsgq836654j7k7be",
                     *           "kind": "export",
                     *           "state": "queued",
                     *           "requestedBy": "staff:api-key",
                     *           "blockers": [],
                     *           "bytes": 0,
                     *           "createdAt": "2026-01-31T09:30:27.000Z",
                     *           "finishedAt": null,
                     *           "expiresAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DataRequest"][];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCustomer: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @example cus_01kagvrz8yvzghf5v2pe39527x */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for by letter"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "dr_01kagvrz8yqsgq836654j7k7be",
                     *         "kind": "export",
                     *         "state": "queued",
                     *         "requestedBy": "staff:api-key",
                     *         "blockers": [],
                     *         "bytes": 0,
                     *         "createdAt": "2026-01-31T09:30:27.000Z",
                     *         "finishedAt": null,
                     *         "expiresAt": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DataRequest"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @example cus_01kagvrz8yvzghf5v2pe39527x */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for by letter"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether store credit that is left may be lost. Otherwise it blocks the erasure.
                     * @default false
                     */
                    forfeitCredit?: boolean;
                    /** @description The reason, for the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "dr_01kagvrz8y4gsftgsybgqmnner",
                     *         "kind": "erasure",
                     *         "state": "queued",
                     *         "requestedBy": "staff:api-key",
                     *         "blockers": [],
                     *         "bytes": 0,
                     *         "createdAt": "2026-01-31T09:30:28.000Z",
                     *         "finishedAt": null,
                     *         "expiresAt": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DataRequest"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erasure_blocked`: Something stands in the way of the erasure. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                /** @description Part of an e-mail address. */
                q?: string;
                roleId?: string;
                status?: "active" | "disabled" | "erased";
                /**
                 * @description The maximum number of items to return.
                 * @example 2
                 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *           "email": "hedy@example.com",
                     *           "firstName": null,
                     *           "lastName": null,
                     *           "status": "active",
                     *           "roles": [
                     *             {
                     *               "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *               "name": "finance",
                     *               "title": "Finance",
                     *               "expiresAt": null,
                     *               "grantedAt": "2026-01-31T09:30:33.000Z"
                     *             }
                     *           ],
                     *           "permissions": [
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "orders:capture",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "workflows:read",
                     *             "workflows:write"
                     *           ],
                     *           "lastSeenAt": null,
                     *           "createdAt": "2026-01-31T09:30:34.000Z"
                     *         },
                     *         {
                     *           "id": "usr_01kagvrz8yfrg6vcgnk3pz3rnw",
                     *           "email": "owner@localhost",
                     *           "firstName": null,
                     *           "lastName": null,
                     *           "status": "active",
                     *           "roles": [
                     *             {
                     *               "roleId": "role_01kagvrz8yyjhzp4ejxyfxwbdr",
                     *               "name": "owner",
                     *               "title": "Owner",
                     *               "expiresAt": null,
                     *               "grantedAt": "2026-01-31T09:30:35.000Z"
                     *             }
                     *           ],
                     *           "permissions": [
                     *             "audit:read",
                     *             "buyers:address",
                     *             "creditAccounts:read",
                     *             "creditAccounts:write",
                     *             "disputes:read",
                     *             "doctor:run",
                     *             "jobs:read",
                     *             "jobs:write",
                     *             "orders:cancel",
                     *             "orders:capture",
                     *             "orders:read",
                     *             "orders:refund",
                     *             "owners:write",
                     *             "roles:read",
                     *             "roles:write",
                     *             "setup:read",
                     *             "staff:read",
                     *             "staff:write",
                     *             "workflows:read",
                     *             "workflows:write"
                     *           ],
                     *           "lastSeenAt": null,
                     *           "createdAt": "2026-01-31T09:30:36.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 2,
                     *         "hasMore": false,
                     *         "nextCursor": null,
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaffMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_01kagvrz8ywewfqywcptavfscr */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *         "email": "hedy@example.com",
                     *         "firstName": null,
                     *         "lastName": null,
                     *         "status": "active",
                     *         "roles": [
                     *           {
                     *             "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *             "name": "finance",
                     *             "title": "Finance",
                     *             "expiresAt": null,
                     *             "grantedAt": "2026-01-31T09:30:33.000Z"
                     *           }
                     *         ],
                     *         "permissions": [
                     *           "creditAccounts:read",
                     *           "creditAccounts:write",
                     *           "disputes:read",
                     *           "orders:capture",
                     *           "orders:read",
                     *           "orders:refund",
                     *           "workflows:read",
                     *           "workflows:write"
                     *         ],
                     *         "lastSeenAt": null,
                     *         "createdAt": "2026-01-31T09:30:34.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_01kagvrz8ywewfqywcptavfscr */
                userId: string;
                /** @example role_01kagvrz8ypw1k2xtbq42m2ajw */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "expiresAt": "2027-01-31T09:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description Absent or null: for an unlimited time. */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *         "email": "hedy@example.com",
                     *         "firstName": null,
                     *         "lastName": null,
                     *         "status": "active",
                     *         "roles": [
                     *           {
                     *             "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *             "name": "finance",
                     *             "title": "Finance",
                     *             "expiresAt": null,
                     *             "grantedAt": "2026-01-31T09:30:33.000Z"
                     *           },
                     *           {
                     *             "roleId": "role_01kagvrz8ypw1k2xtbq42m2ajw",
                     *             "name": "support",
                     *             "title": "Support",
                     *             "expiresAt": "2027-01-31T09:30:00.000Z",
                     *             "grantedAt": "2026-01-31T09:30:37.000Z"
                     *           }
                     *         ],
                     *         "permissions": [
                     *           "creditAccounts:read",
                     *           "creditAccounts:write",
                     *           "disputes:read",
                     *           "jobs:read",
                     *           "orders:cancel",
                     *           "orders:capture",
                     *           "orders:read",
                     *           "orders:refund",
                     *           "setup:read",
                     *           "workflows:read",
                     *           "workflows:write"
                     *         ],
                     *         "lastSeenAt": null,
                     *         "createdAt": "2026-01-31T09:30:34.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_role`: Someone else must change your roles. `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner`: The shop needs an owner. `state_conflict`: The current status does not allow this. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role_built_in`: The role belongs to the shop. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_01kagvrz8ywewfqywcptavfscr */
                userId: string;
                /** @example role_01kagvrz8ypw1k2xtbq42m2ajw */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *         "email": "hedy@example.com",
                     *         "firstName": null,
                     *         "lastName": null,
                     *         "status": "active",
                     *         "roles": [
                     *           {
                     *             "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *             "name": "finance",
                     *             "title": "Finance",
                     *             "expiresAt": null,
                     *             "grantedAt": "2026-01-31T09:30:33.000Z"
                     *           }
                     *         ],
                     *         "permissions": [
                     *           "creditAccounts:read",
                     *           "creditAccounts:write",
                     *           "disputes:read",
                     *           "orders:capture",
                     *           "orders:read",
                     *           "orders:refund",
                     *           "workflows:read",
                     *           "workflows:write"
                     *         ],
                     *         "lastSeenAt": null,
                     *         "createdAt": "2026-01-31T09:30:34.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner`: The shop needs an owner. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableStaffMember: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @example usr_01kagvrz8ywewfqywcptavfscr */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Is on leave until June."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *         "email": "hedy@example.com",
                     *         "firstName": null,
                     *         "lastName": null,
                     *         "status": "disabled",
                     *         "roles": [
                     *           {
                     *             "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *             "name": "finance",
                     *             "title": "Finance",
                     *             "expiresAt": null,
                     *             "grantedAt": "2026-01-31T09:30:33.000Z"
                     *           }
                     *         ],
                     *         "permissions": [
                     *           "creditAccounts:read",
                     *           "creditAccounts:write",
                     *           "disputes:read",
                     *           "orders:capture",
                     *           "orders:read",
                     *           "orders:refund",
                     *           "workflows:read",
                     *           "workflows:write"
                     *         ],
                     *         "lastSeenAt": null,
                     *         "createdAt": "2026-01-31T09:30:34.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner`: The shop needs an owner. `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableStaffMember: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @example usr_01kagvrz8ywewfqywcptavfscr */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Is back."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "usr_01kagvrz8ywewfqywcptavfscr",
                     *         "email": "hedy@example.com",
                     *         "firstName": null,
                     *         "lastName": null,
                     *         "status": "active",
                     *         "roles": [
                     *           {
                     *             "roleId": "role_01kagvrz8y02a6pc6m10td5y2v",
                     *             "name": "finance",
                     *             "title": "Finance",
                     *             "expiresAt": null,
                     *             "grantedAt": "2026-01-31T09:30:33.000Z"
                     *           }
                     *         ],
                     *         "permissions": [
                     *           "creditAccounts:read",
                     *           "creditAccounts:write",
                     *           "disputes:read",
                     *           "orders:capture",
                     *           "orders:read",
                     *           "orders:refund",
                     *           "workflows:read",
                     *           "workflows:write"
                     *         ],
                     *         "lastSeenAt": null,
                     *         "createdAt": "2026-01-31T09:30:34.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffMember"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_not_held`: You do not hold this permission. `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @description A state, or `in_progress` (running or waiting), `stuck` (in progress and past its deadline), `failed` (needs_person). */
                state?: "running" | "waiting" | "succeeded" | "compensated" | "needs_person" | "abandoned" | "in_progress" | "stuck" | "failed";
                /** @example checkout */
                kind?: "checkout" | "refund";
                /**
                 * @description The id of the order or the refund.
                 * @example ord_01kagvrz8ytgr88nsswy9d3ayt
                 */
                subject?: string;
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "wf_01kagvrz8yk1dw27q4965yzhby",
                     *           "kind": "checkout",
                     *           "subjectId": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *           "state": "waiting",
                     *           "step": "authorize",
                     *           "attempts": 0,
                     *           "deadlineAt": "2026-01-31T10:15:00.000Z",
                     *           "lastError": null,
                     *           "createdAt": "2026-01-31T09:30:21.000Z",
                     *           "updatedAt": "2026-01-31T09:30:22.000Z",
                     *           "steps": [
                     *             {
                     *               "name": "reserve",
                     *               "state": "done",
                     *               "attempts": 0,
                     *               "error": null,
                     *               "startedAt": "2026-01-31T09:30:21.000Z",
                     *               "finishedAt": "2026-01-31T09:30:21.000Z"
                     *             },
                     *             {
                     *               "name": "authorize",
                     *               "state": "running",
                     *               "attempts": 0,
                     *               "error": null,
                     *               "startedAt": "2026-01-31T09:30:21.000Z",
                     *               "finishedAt": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": false,
                     *         "nextCursor": null,
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Workflow"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example wf_01kagvrz8yk1dw27q4965yzhby */
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "wf_01kagvrz8yk1dw27q4965yzhby",
                     *         "kind": "checkout",
                     *         "subjectId": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *         "state": "waiting",
                     *         "step": "authorize",
                     *         "attempts": 0,
                     *         "deadlineAt": "2026-01-31T10:15:00.000Z",
                     *         "lastError": null,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:22.000Z",
                     *         "steps": [
                     *           {
                     *             "name": "reserve",
                     *             "state": "done",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": "2026-01-31T09:30:21.000Z"
                     *           },
                     *           {
                     *             "name": "authorize",
                     *             "state": "running",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 3c59dc04-8e88-4024-b4ce-1f1a2d4e6001
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example wf_01kagvrz8yk1dw27q4965yzhby */
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Stripe was down until noon"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "wf_01kagvrz8yk1dw27q4965yzhby",
                     *         "kind": "checkout",
                     *         "subjectId": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *         "state": "waiting",
                     *         "step": "authorize",
                     *         "attempts": 0,
                     *         "deadlineAt": "2026-01-31T09:30:23.000Z",
                     *         "lastError": null,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:24.000Z",
                     *         "steps": [
                     *           {
                     *             "name": "reserve",
                     *             "state": "done",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": "2026-01-31T09:30:21.000Z"
                     *           },
                     *           {
                     *             "name": "authorize",
                     *             "state": "running",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /**
                 * @description A key that you generate and that makes a retry safe: within 24 hours, the same key with the same request has one effect and one answer. Make it unguessable (a random UUID): a guest who repeats it from the same address and browser receives that answer.
                 * @example 3c59dc04-8e88-4024-b4ce-1f1a2d4e6002
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example wf_01kagvrz8yk1dw27q4965yzhby */
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The customer bought elsewhere"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "wf_01kagvrz8yk1dw27q4965yzhby",
                     *         "kind": "checkout",
                     *         "subjectId": "ord_01kagvrz8ytgr88nsswy9d3ayt",
                     *         "state": "abandoned",
                     *         "step": "authorize",
                     *         "attempts": 0,
                     *         "deadlineAt": null,
                     *         "lastError": null,
                     *         "createdAt": "2026-01-31T09:30:21.000Z",
                     *         "updatedAt": "2026-01-31T09:30:25.000Z",
                     *         "steps": [
                     *           {
                     *             "name": "reserve",
                     *             "state": "done",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": "2026-01-31T09:30:21.000Z"
                     *           },
                     *           {
                     *             "name": "authorize",
                     *             "state": "compensated",
                     *             "attempts": 0,
                     *             "error": null,
                     *             "startedAt": "2026-01-31T09:30:21.000Z",
                     *             "finishedAt": "2026-01-31T09:30:26.000Z"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Workflow"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. `idempotency_key_required`: An Idempotency-Key is required. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example dead */
                state?: "waiting" | "scheduled" | "running" | "failing" | "dead";
                name?: string;
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "4212",
                     *           "name": "orders.mailReminder",
                     *           "state": "dead",
                     *           "payload": {
                     *             "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf"
                     *           },
                     *           "attempts": 25,
                     *           "maxAttempts": 25,
                     *           "lastError": "connect ECONNREFUSED 127.0.0.1:1025",
                     *           "runAt": "2026-01-31T09:30:27.000Z",
                     *           "createdAt": "2026-01-31T09:30:27.000Z",
                     *           "updatedAt": "2026-01-31T09:30:27.000Z"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": true,
                     *         "nextCursor": "pszah4h0naqs2jwby70.hk444ycr3ra72bkg5vfx2r",
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Job"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example 4211 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "4211",
                     *         "name": "orders.mailReminder",
                     *         "state": "dead",
                     *         "payload": {
                     *           "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf"
                     *         },
                     *         "attempts": 25,
                     *         "maxAttempts": 25,
                     *         "lastError": "connect ECONNREFUSED 127.0.0.1:1025",
                     *         "runAt": "2026-01-31T09:30:27.000Z",
                     *         "createdAt": "2026-01-31T09:30:27.000Z",
                     *         "updatedAt": "2026-01-31T09:30:27.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example 4212 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The mail server is back"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
                     * @example Stripe was down until noon
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The job, waiting again. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "4212",
                     *         "name": "orders.mailReminder",
                     *         "state": "waiting",
                     *         "payload": {
                     *           "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf"
                     *         },
                     *         "attempts": 0,
                     *         "maxAttempts": 25,
                     *         "lastError": "connect ECONNREFUSED 127.0.0.1:1025",
                     *         "runAt": "2026-01-31T09:30:28.000Z",
                     *         "createdAt": "2026-01-31T09:30:27.000Z",
                     *         "updatedAt": "2026-01-31T09:30:28.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                /** @example 4211 */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The mail server is back"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The reason, for the audit log.
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
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "4211",
                     *         "name": "orders.mailReminder",
                     *         "state": "dead",
                     *         "payload": {
                     *           "orderId": "ord_01kagvrz8yqyd79xzf1at08qsf"
                     *         },
                     *         "attempts": 25,
                     *         "maxAttempts": 25,
                     *         "lastError": "connect ECONNREFUSED 127.0.0.1:1025",
                     *         "runAt": "2026-01-31T09:30:27.000Z",
                     *         "createdAt": "2026-01-31T09:30:27.000Z",
                     *         "updatedAt": "2026-01-31T09:30:27.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. `csrf_token_invalid`: The CSRF token is missing or wrong. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `state_conflict`: The current status does not allow this. `idempotency_in_flight`: The first request is still running. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                /** @example ca_01kagvrz8y6ewrs0z1fwepvaxc */
                subject?: string;
                /** @description Only entries from this time on. */
                from?: string;
                /** @description Only entries before this time. */
                to?: string;
                /**
                 * @description The maximum number of items to return.
                 * @example 1
                 */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "aud_01kagvrz8y9hamaqyyy97fczcp",
                     *           "actor": "staff:api-key",
                     *           "action": "credit.change",
                     *           "subject": "ca_01kagvrz8y6ewrs0z1fwepvaxc",
                     *           "reason": "The card was lost.",
                     *           "details": {
                     *             "disabled": true
                     *           },
                     *           "before": null,
                     *           "after": null,
                     *           "ip": "127.0.0.1",
                     *           "requestId": "req_01kagvrz8y4ynxxjz4q81xy95v",
                     *           "createdAt": "2026-01-31T09:30:16.000Z",
                     *           "seal": null,
                     *           "erasedAt": null
                     *         }
                     *       ],
                     *       "meta": {
                     *         "limit": 1,
                     *         "hasMore": false,
                     *         "nextCursor": null,
                     *         "prevCursor": null
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. `invalid_cursor`: The cursor is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditEntries: {
        parameters: {
            query?: {
                actor?: string;
                /** @example credit.change */
                action?: string;
                /** @example ca_01kagvrz8y6ewrs0z1fwepvaxc */
                subject?: string;
                /** @description Only entries from this time on. */
                from?: string;
                /** @description Only entries before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"id":"aud_01kagvrz8y9hamaqyyy97fczcp","actor":"staff:api-key","action":"credit.change","subject":"ca_01kagvrz8y6ewrs0z1fwepvaxc","reason":"The card was lost.","details":{"disabled":true},"before":null,"after":null,"ip":"127.0.0.1","requestId":"req_01kagvrz8y4ynxxjz4q81xy95v","createdAt":"2026-01-31T09:30:16.000Z","seal":null,"erasedAt":null} */
                    "application/x-ndjson": components["schemas"]["AuditEntry"];
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
            /** @description The findings, good and bad. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "healthy": true,
                     *         "findings": [
                     *           {
                     *             "id": "S1",
                     *             "title": "No shelf promises more than it has, unless the variant allows backorder.",
                     *             "state": "ok",
                     *             "examined": 40,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "S2b",
                     *             "title": "What is reserved is the sum of the live reservations.",
                     *             "state": "ok",
                     *             "examined": 40,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": true,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "O4",
                     *             "title": "No unpaid order holds its stock for long after its time is up.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "P4",
                     *             "title": "The last reconciliation has left nothing to a person.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "E2",
                     *             "title": "Every event of a payment provider that was kept has been acted on, or a job will do so.",
                     *             "state": "ok",
                     *             "examined": 3,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "E3",
                     *             "title": "Every pending transfer of a refund has a job.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "J1",
                     *             "title": "No job is dead.",
                     *             "state": "ok",
                     *             "examined": 40,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "W1",
                     *             "title": "No workflow is long past its deadline: it has moved, or was swept.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "W2",
                     *             "title": "No workflow needs attention.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "W5",
                     *             "title": "Nothing waits for staff: to be paid back by hand, or to be decided.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           },
                     *           {
                     *             "id": "A5",
                     *             "title": "No audit entry waits long for its seal.",
                     *             "state": "ok",
                     *             "examined": 0,
                     *             "broken": 0,
                     *             "offenders": [],
                     *             "fixable": false,
                     *             "durationMs": 4.2
                     *           }
                     *         ],
                     *         "durationMs": 4.2
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Diagnosis"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each step with its state. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Private"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "ready": false,
                     *         "steps": [
                     *           {
                     *             "id": "products",
                     *             "title": "Something to buy in USD",
                     *             "state": "done",
                     *             "message": "There are available products with a price.",
                     *             "next": null
                     *           },
                     *           {
                     *             "id": "shippingZone",
                     *             "title": "A shipping zone with US",
                     *             "state": "done",
                     *             "message": "US is in the zone \"United States\".",
                     *             "next": null
                     *           },
                     *           {
                     *             "id": "shippingOption",
                     *             "title": "A shipping option for US in USD",
                     *             "state": "done",
                     *             "message": "There is one, with a price.",
                     *             "next": null
                     *           },
                     *           {
                     *             "id": "tax",
                     *             "title": "A tax rate for US",
                     *             "state": "done",
                     *             "message": "Regions of US have rates.",
                     *             "next": null
                     *           },
                     *           {
                     *             "id": "sender",
                     *             "title": "A name and a sender of mails",
                     *             "state": "missing",
                     *             "message": "Mails would come from Cartwright <shop@localhost>, signed \"Cartwright Demo\".",
                     *             "next": "Set SHOP_NAME and MAIL_FROM."
                     *           },
                     *           {
                     *             "id": "mail",
                     *             "title": "A mail server",
                     *             "state": "missing",
                     *             "message": "Mail is caught on the machine of the shop, so customers get none.",
                     *             "next": "Set SMTP_URL."
                     *           },
                     *           {
                     *             "id": "stripe",
                     *             "title": "An account at Stripe",
                     *             "state": "missing",
                     *             "message": "The local sandbox plays Stripe: payments move no money.",
                     *             "next": "Set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET."
                     *           },
                     *           {
                     *             "id": "staffEmail",
                     *             "title": "An address for notices to staff",
                     *             "state": "advice",
                     *             "message": "Staff get no mail about failed refunds, disputes and what else needs attention.",
                     *             "next": "Set STAFF_EMAIL."
                     *           },
                     *           {
                     *             "id": "publicUrl",
                     *             "title": "An address that customers reach",
                     *             "state": "done",
                     *             "message": "Links begin with https://shop.example.com.",
                     *             "next": null
                     *           },
                     *           {
                     *             "id": "storefront",
                     *             "title": "Pages that may call the API",
                     *             "state": "done",
                     *             "message": "Pages of * may.",
                     *             "next": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Setup"];
                    };
                };
            };
            /** @description `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication is required. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not allowed. `factor_enrolment_required`: Staff need a second factor. `factor_required`: A fresh second factor is required. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveProviderEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stripe's signature: `t=…,v1=…`.
                 * @example m=nbemw7208q,dc=7dvm03x7qwfvj1c4x56eqrw3yydvdsj8b71rp0adda6cft7szgvh8eq168gd55ts
                 */
                "stripe-signature"?: string;
            };
            path: {
                /**
                 * @description The name of the provider.
                 * @example stripe
                 */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_3dd8s04xkkwy8fd5",
                 *       "object": "event",
                 *       "type": "payment_intent.succeeded",
                 *       "data": {
                 *         "object": {
                 *           "id": "pi_3nwsjmrytpkdbyv5",
                 *           "object": "payment_intent"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProviderEvent"];
            };
        };
        responses: {
            /** @description The event is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        received: true;
                    };
                };
            };
            /** @description `invalid_signature`: The signature is not valid. `malformed_json`: The body is not JSON. `validation_failed`: The request is not valid. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `route_not_found`: No such route. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The content type is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expectation_failed`: The expectation cannot be met. */
            417: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: Temporarily unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    "Retry-After": components["headers"]["Retry-After"];
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
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description `method_not_allowed`: Method not allowed. */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
            /** @description Database, migrations and queue are ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "database": "ok",
                     *         "migrations": "ok",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        /** @description The state of each dependency: `ok`, or what is wrong with it. */
                        checks: {
                            [key: string]: "ok" | {
                                problem: string;
                            };
                        };
                    };
                };
            };
            /** @description `method_not_allowed`: Method not allowed. */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Cache-Control": components["headers"]["Cache-Control-Problem"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency is not ready, or the process is shutting down. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable",
                     *       "checks": {
                     *         "database": {
                     *           "problem": "does not answer"
                     *         },
                     *         "migrations": "ok",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        /** @description The state of each dependency: `ok`, or what is wrong with it. */
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
