// The package's main file loads a store for each database, for 25 ms and 1.2 MiB; this is one class.
declare module 'rate-limiter-flexible/lib/RateLimiterRedis.js' {
  import { RateLimiterRedis } from 'rate-limiter-flexible';

  export default RateLimiterRedis;
}
