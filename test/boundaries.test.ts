import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Which part may import which others of ours. `types:` allows types alone. docs/design.md gives the reasons. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/errors': [],
  'lib/log': [],
  'lib/end-with': [],
  'lib/written-json': [],
  'lib/post': [],
  'lib/redaction': [],
  'lib/metrics': ['lib/config'],
  'lib/sources': ['lib/errors'],
  'lib/config': ['lib/errors'],
  'lib/aws': ['lib/post', 'lib/log', 'lib/errors'],
  'lib/lts': ['lib/end-with', 'lib/errors'],
  'lib/commands': ['lib/lts', 'lib/alerts/find-searchable', 'lib/redaction', 'lib/errors'],
  'lib/access': [
    'lib/commands/access',
    'lib/commands/help-topics',
    'lib/commands/mistake',
    'lib/commands/not-allowed',
    'types:lib/commands',
    'types:lib/lts/schemas',
    'lib/redaction',
    'lib/log',
    'lib/written-json',
    'lib/errors',
  ],
  'lib/alerts': ['lib/commands/words', 'lib/commands/zone', 'lib/commands/duration', 'types:lib/commands'],
  'lib/store': [
    'lib/commands/approval',
    'lib/commands/audit',
    'lib/commands/channel-settings',
    'lib/commands/journal',
    'lib/commands/read-quota',
    'lib/commands/write-result',
    'types:lib/commands',
    'lib/redaction',
    'lib/aws/dynamodb',
    'lib/config',
    'lib/log',
    'lib/errors',
  ],
  'lib/views': [
    'lib/commands/approval',
    'lib/commands/click',
    'lib/commands/help-topics',
    'lib/commands/form',
    'lib/commands/search-entries',
    'lib/commands/search-form',
    'lib/commands/stream-choice',
    'lib/commands/typed-words',
    'types:lib/commands',
    'lib/lts/dump-periods',
    'lib/lts/paging',
    'lib/lts/line-num',
    'lib/lts/errors',
    'types:lib/lts',
    'lib/redaction',
    'lib/errors',
  ],
  'lib/slack': [
    'lib/commands',
    'lib/access',
    'lib/alerts/find-window',
    'lib/alerts/message-text',
    'lib/views',
    'lib/lts/errors',
    'lib/lts/paging',
    'lib/lts/reasons',
    'lib/lts/stream-lines',
    'types:lib/lts',
    'types:lib/redaction',
    'lib/aws',
    'lib/end-with',
    'lib/post',
    'lib/log',
    'lib/metrics',
    'lib/errors',
  ],
  'lib/local': ['types:lib/lts/schemas', 'lib/access/policy-file', 'lib/config', 'lib/errors'],
  'lib/infra': ['lib/config', 'lib/sources', 'types:lib/metrics', 'lib/written-json', 'lib/errors'],
  'lib/operate': [
    'lib/access/policy-file',
    'lib/infra/environment',
    'lib/infra/settings',
    'lib/lts',
    'lib/slack/manifest',
    'lib/slack/signing-secrets',
    'lib/slack/token-refusals',
    'lib/config',
    'lib/sources',
    'lib/end-with',
    'lib/errors',
  ],
  lambda: [
    'lib/access',
    'lib/aws',
    'lib/commands',
    'lib/config',
    'lib/sources',
    'lib/lts',
    'lib/slack',
    'lib/store',
    'lib/views',
    'lib/log',
    'lib/metrics',
    'lib/errors',
  ],
  bin: [
    'lib/access/policy-file',
    'lib/infra',
    'lib/local',
    'lib/lts',
    'lib/operate',
    'lib/commands/job',
    'lib/commands/redacted-lines',
    'types:lib/commands',
    'lib/redaction/redact',
    'lib/slack/manifest',
    'lib/views',
    'lib/config',
    'lib/errors',
    'test/find-browser',
    'test/redaction',
  ],
};

/** Libraries that belong to one part. */
const ONLY_IN: readonly (readonly [library: RegExp, parts: RegExp])[] = [
  [/^(aws-cdk-lib|constructs)(\/|$)/, /^(lib\/infra\/|bin\/app\.ts$)/],
  [
    /^@aws-sdk\/client-(cloudformation|lambda|secrets-manager|sts)$/,
    /^(lib\/operate\/|bin\/bench\/front\/vendor-example\.ts$)/,
  ],
  [/^@slack\/bolt$/, /^(lib\/slack\/|lambda\/front\.ts$|bin\/bench\/front\/vendor-example\.ts$)/],
  [/^undici$/, /^lib\/lts\//],
  [/^@aws-lambda-powertools\/(logger|metrics)$/, /^lib\/(log|metrics)\.ts$/],
  [/^@aws-lambda-powertools\/idempotency(\/|$)/, /^lib\/store\//],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ['bin', 'lambda', 'lib'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${top}/${name}`),
);

const imports = files.flatMap((from): Import[] => {
  const source = readFileSync(join(ROOT, from), 'utf8');
  const found = source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const dynamic = source.matchAll(/\bimport\('([^']+)'\)/g);
  return [
    ...[...found].map(([, type, to]) => ({ from, to: to ?? '', typeOnly: type !== undefined })),
    ...[...dynamic].map(([, to]) => ({ from, to: to ?? '', typeOnly: false })),
  ];
});

const ours = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((one) => ({ ...one, to: relative(ROOT, join(ROOT, dirname(one.from), one.to)) }));

function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? `lib/${second.replace(/\.ts$/, '')}` : top;
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const part = partOf(from);
  if (part === partOf(to)) return true;
  return (MAY_IMPORT[part] ?? []).some((rule) => {
    const path = rule.replace(/^types:/, '');
    return (to === `${path}.ts` || to.startsWith(`${path}/`)) && (typeOnly || path === rule);
  });
}

const show = ({ from, to }: Import) => `${from} → ${to}`;

describe('import boundaries', () => {
  it('are known for every part', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  it('hold between the parts', () => {
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((one) => !isAllowed(one)).map(show)).toEqual([]);
  });

  it('keep each library where it belongs', () => {
    const strays = imports.filter(({ from, to }) =>
      ONLY_IN.some(([library, parts]) => library.test(to) && !parts.test(from)),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it('keep process.env in lambda and bin', () => {
    const readers = files.filter((file) =>
      /process\s*\.\s*env\b/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(readers.filter((file) => !/^(lambda|bin)\//.test(file))).toEqual([]);
  });

  it('have no cycles', () => {
    const next = Map.groupBy(
      ours.filter(({ typeOnly }) => !typeOnly),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('the gates of redaction', () => {
  const holding = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));

  it('are passed by whatever is Redacted or Outgoing: nothing else makes these', () => {
    expect(partsOf(holding(/\bas (?:readonly )?Redacted\w*\b/))).toEqual(['lib/redaction']);
    expect(holding(/\bas Outgoing\b/)).toEqual(['lib/views/outgoing.ts']);
    expect(holding(/\brevealLogLines\(|, revealLogLines\)/)).toEqual([
      'lib/commands/redacted-lines.ts',
      'lib/redaction/log-lines.ts',
    ]);
    expect(holding(/\brevealPage\b/)).toEqual([
      'lib/commands/redacted-lines.ts',
      'lib/commands/run-search.ts',
    ]);
  });

  it('are passed by whatever is posted to Slack, but for words of our own', () => {
    const posting = holding(/\.(?:chat\.(?:post|update)\w*|views\.(?:open|update|publish|push))\(/);
    const checking = holding(/\boutgoing\(/);
    const others = posting.filter((file) => !checking.includes(file) && !file.startsWith('lib/local/'));
    expect(others).toEqual(['lib/slack/tell-unread.ts']);
  });
});

function partsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map(partOf))];
}
