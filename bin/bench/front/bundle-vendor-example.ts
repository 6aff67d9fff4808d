import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The ordinary way: all of it in one file, as ours is written, which starts it faster than shortened names or ESM do. */
export async function bundleVendorExample(outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('vendor-example.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  });
}
