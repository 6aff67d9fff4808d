/** As far as it is used here. https://github.com/architect/dynalite */
declare module 'dynalite' {
  import type { EventEmitter } from 'node:events';

  interface Options {
    /** How long a new table is not ready yet. */
    readonly createTableMs?: number;
  }

  /** A server of node:http that holds its tables in memory. It answers its `request` events, listening or not. */
  export default function dynalite(options: Options): EventEmitter;
}
