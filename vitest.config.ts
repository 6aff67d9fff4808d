import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest: begun last, they would be waited for alone. */
const LONGEST = [
  'slack/front-fuzz',
  'journeys/chaos',
  'journeys/faults-deaths',
  'journeys/faults-table',
  'journeys/delete-faults',
  'journeys/start',
  'journeys/faults-audit',
  'journeys/faults',
  'journeys/search-faults',
  'journeys/hostile-content',
  'journeys/real-log-search',
  'journeys/limits',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A worker serves file after file: a process and its imports for each took a sixth of the whole time.
    isolate: false,
    globalSetup: ['test/prepare.ts'],
    env: {
      // The stack sets it; without it Powertools warns in a line that is no JSON.
      POWERTOOLS_METRICS_NAMESPACE: 'Test',
      // CDK's own look at a template takes longer than making it: `infra/app.test.ts` has it done once.
      CDK_VALIDATION: 'false',
    },
    setupFiles: ['test/each-file.ts'],
    // Many tests wait for processes and clocks: as many workers as there are cores would still idle.
    maxWorkers: availableParallelism() * 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A second, as is usual, is soon over where the machine is busy.
    expect: { poll: { timeout: 10_000 } },
  },
});
