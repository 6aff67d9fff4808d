import { createLtsClient, type LtsClient } from '../../lib/lts/client.ts';
import type { Workspace } from './workspace.ts';

interface NewLine {
  readonly content: string;
  /** Ingest time, ms. */
  readonly time: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** LTS as seen from behind: what a cloud's owner does to it, and no bot. */
export async function openLts({ url, post }: Pick<Workspace, 'url' | 'post'>) {
  const described = (await (await fetch(`${url}/local.json`)).json()) as {
    lts: {
      endpoint: string;
      iamEndpoint: string;
      projectId: string;
      accessKey: string;
      secretKey: string;
      groups: { id: string; name: string; streams: { id: string; name: string }[] }[];
    };
  };
  const { endpoint, iamEndpoint, projectId, accessKey, secretKey, groups } = described.lts;
  const client: LtsClient = createLtsClient({
    endpoint,
    iamEndpoint,
    projectId,
    credentials: { accessKey, secretKey },
  });
  const signal = () => AbortSignal.timeout(10_000);
  const createStream = async (groupId: string, name: string) =>
    (await client.createStream({ groupId, name }, signal())).id;
  return {
    groups,
    createGroup: async (name: string) => (await client.createGroup({ name, retentionDays: 7 }, signal())).id,
    createStream,
    transfer: (groupId: string, streamId: string) =>
      client.createDump(
        { groupId, streamIds: [streamId], bucket: 'lts-archive', every: '1hour', format: 'RAW', isOn: true },
        signal(),
      ),
    deleteStream: (groupId: string, streamId: string) => client.deleteStream(groupId, streamId, signal()),
    /** Ids or names. */
    async addLines(group: string, stream: string, lines: readonly NewLine[]): Promise<string[]> {
      const answer = await post<{ lineNums?: string[]; error?: string }>(`${endpoint}/__emulator/lines`, {
        group,
        stream,
        lines,
      });
      if (!answer.lineNums || answer.error !== undefined) throw new Error(answer.error);
      return answer.lineNums;
    },
    /** All lines of a window, at most 5,000, oldest first. */
    async readLines(groupId: string, streamId: string, start: number, end: number) {
      const body = {
        start_time: String(start),
        end_time: String(end),
        limit: 5_000,
        is_desc: false,
      } as const;
      return (await client.queryLogs(groupId, streamId, { ...body, highlight: false }, signal())).logs;
    },
    /** The next call whose path holds `path` is answered so. */
    async answerNext(path: string, body: unknown): Promise<void> {
      const match = { method: path.includes('query') ? 'POST' : 'GET', path };
      const fault = { match, status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) };
      const answer = await post<{ error?: string }>(`${endpoint}/__emulator/faults`, fault);
      if (answer.error !== undefined) throw new Error(answer.error);
    },
  };
}
