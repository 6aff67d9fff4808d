import * as z from 'zod/mini';
import { ChatOpsError } from './errors.ts';

/**
 * A source is one LTS project. A region gives both addresses; clouds of other operators (Open Telekom Cloud,
 * SberCloud) name them instead. Addresses come from configuration only, and only loopback may go without TLS.
 */
const Endpoint = z
  .string()
  .check(z.refine(isSafeEndpoint, 'must be an https URL without a path; http is for loopback alone'));

const SourceSetting = z
  .strictObject({
    name: z
      .string()
      .check(
        z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be up to 32 lower-case letters, digits and hyphens'),
        z.describe('Its name in commands and in the policy.'),
      ),
    projectId: z
      .string()
      .check(
        z.regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
        z.describe('The id of the project in Huawei Cloud.'),
      ),
    region: z.optional(
      z
        .string()
        .check(
          z.regex(/^[a-z]{2}(-[a-z0-9]+)+$/, 'must be a region such as cn-north-4'),
          z.describe('Its region, which gives both addresses.'),
        ),
    ),
    endpoint: z.optional(Endpoint).check(z.describe('The address of LTS, where no region gives it.')),
    iamEndpoint: z.optional(Endpoint).check(z.describe('The address of IAM, where no region gives it.')),
    readsPerMinute: z
      .optional(z.int().check(z.gte(1, 'must be a whole number from 1 on')))
      .check(
        z.describe(
          'How often one stream is read within a minute, by everybody together. Absent: as often as LTS allows, 10 in eu-de, eu-west-101 and ae-ad-1, 100 elsewhere.',
        ),
      ),
  })
  .check(
    z.refine(
      ({ region, endpoint, iamEndpoint }) =>
        region !== undefined || (endpoint !== undefined && iamEndpoint !== undefined),
      'needs a region, or both endpoint and iamEndpoint',
    ),
  );
type SourceSetting = z.infer<typeof SourceSetting>;

export interface Source {
  readonly name: string;
  readonly projectId: string;
  /** Whole URLs without a trailing slash. */
  readonly endpoint: string;
  readonly iamEndpoint: string;
  /** How often LTS lets one stream be read within a minute. */
  readonly readsPerMinute: number;
}

class SourceError extends ChatOpsError {
  readonly code = 'source';
}

/** The first is the default. */
export const Sources = z.array(SourceSetting).check(
  z.minLength(1, 'must hold at least one LTS project'),
  z.refine(
    (sources) => new Set(sources.map(({ name }) => name)).size === sources.length,
    'names must be unique',
  ),
  z.describe('The LTS projects; the first is the default.'),
);

/** Reads the sources as the stack wrote them: JSON, at least one, names unique; the first is the default. */
export function readSources(json: string): readonly [Source, ...Source[]] {
  const [first, ...rest] = Sources.parse(JSON.parse(json)).map(toSource);
  if (!first) throw new SourceError('No LTS project is configured');
  return [first, ...rest];
}

/** Regions that are not below myhuaweicloud.com. */
const DOMAINS: Readonly<Record<string, string>> = {
  'eu-west-101': 'myhuaweicloud.eu',
  'eu-de': 'otc.t-systems.com',
  'ru-moscow-1': 'hc.sbercloud.ru',
};

/** Regions of the clouds that let a stream be read ten times a minute; the others allow a hundred. */
const SLOW_REGIONS = ['eu-de', 'eu-west-101', 'ae-ad-1'];

function toSource(setting: SourceSetting): Source {
  const { name, projectId, region = '', iamEndpoint } = setting;
  const domain = DOMAINS[region] ?? 'myhuaweicloud.com';
  const address = (given: string | undefined, service: string) =>
    new URL(given ?? `https://${service}.${region}.${domain}`).origin;
  const endpoint = address(setting.endpoint, 'lts');
  // An address that is named has its region in it.
  const regions = [region, ...new URL(endpoint).hostname.split('.')];
  const { readsPerMinute = SLOW_REGIONS.some((slow) => regions.includes(slow)) ? 10 : 100 } = setting;
  return { name, projectId, endpoint, iamEndpoint: address(iamEndpoint, 'iam'), readsPerMinute };
}

/** A scheme and a host, and nothing that would get lost or should not be kept: no path, query, fragment or login. */
function isSafeEndpoint(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.href !== `${url.origin}/`) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
