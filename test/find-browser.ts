import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface BrowserProgram {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium without what nobody needs who looks at one page: it starts faster and calls nobody. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The one in CHROMIUM_PATH; else the one that npm installed, of which only linux-x64 is published; else the system's.
 * A browser test is never skipped: without a browser the run fails and says how to get one.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { path: chosen, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const path = INSTALLED.find((candidate) => existsSync(candidate));
  if (path) return { path, environment: {} };
  throw new Error(
    'The browser tests need Chromium: install it ("apt-get install chromium") or set CHROMIUM_PATH',
  );
}

/** Beside the browser come the few libraries and fonts that a bare machine lacks. */
async function unpackBrowser(): Promise<BrowserProgram> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const archives = new URL('../node_modules/@sparticuz/chromium/bin/', import.meta.url);
  const libraries = await inflate(fileURLToPath(new URL('al2023.tar.br', archives)));
  const fonts = await inflate(fileURLToPath(new URL('fonts.tar.br', archives)));
  return {
    path: await packaged.executablePath(),
    environment: {
      LD_LIBRARY_PATH: `${libraries}/lib`,
      ...(!existsSync('/etc/fonts') && { FONTCONFIG_PATH: fonts }),
    },
  };
}
