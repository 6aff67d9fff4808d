import { expect } from 'vitest';

/** Asks again until the page has come to what is expected: it looks for news about once a second. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
