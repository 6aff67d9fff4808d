import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('./page/', import.meta.url);

/**
 * The page for people as one document: script and style stand inside it, and its policy allows these two and requests
 * to its own origin, nothing else. https://www.w3.org/TR/CSP3/#match-element-to-source-list
 */
export async function buildPage(): Promise<{ html: string }> {
  const [template, { script, style }] = await Promise.all([
    readFile(new URL('index.html', folder), 'utf8'),
    bundle(),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<style>${style}</style>`,
    `<script type="module">${script}</script>`,
    '</head>',
  ];
  // A replacement function, because the script may hold `$&`, which a replacement string would expand.
  return { html: template.replace('</head>', () => head.join('\n')) };
}

async function bundle(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'styles/page.css'].map((name) => fileURLToPath(new URL(name, folder))),
    bundle: true,
    write: false,
    outdir: fileURLToPath(folder),
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
  });
  const textOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
