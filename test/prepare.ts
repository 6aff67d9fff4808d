import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The synthesised cloud assembly. */
    assembly: string;
  }
}

/** What many tests need is made once: the functions as they are deployed, and a browser. */
export default async function prepare({ provide }: TestProject): Promise<() => Promise<void>> {
  const assembly = await mkdtemp(join(tmpdir(), 'lts-chatops-test-'));
  await promisify(execFile)(process.execPath, ['bin/app.ts'], {
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false', CHATOPS_ENV: '' },
  });
  provide('assembly', assembly);
  provide('browser', await findBrowser());
  return () => rm(assembly, { recursive: true });
}
