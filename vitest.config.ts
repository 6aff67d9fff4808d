import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/prepare.ts'],
    // Many tests wait for processes and clocks: one worker fewer than there are cores, as is usual, would idle.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A second, as is usual, is soon over where the machine is busy.
    expect: { poll: { timeout: 10_000 } },
  },
});
