import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/prepare.ts'],
    // Many tests wait for processes and clocks: as many workers as there are cores would still idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A second, as is usual, is soon over where the machine is busy.
    expect: { poll: { timeout: 10_000 } },
  },
});
