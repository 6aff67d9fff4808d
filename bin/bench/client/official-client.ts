import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';
import type { SdkResponse } from '@huaweicloud/huaweicloud-sdk-core/SdkResponse.js';
import type { LogLine } from '../../../lib/lts/schemas.ts';
import { ACCESS_KEY, bodyFor, GROUP, PROJECT, streamWith } from './canned-answers.ts';
import type { Query } from './connect-side.ts';

interface LogsResponse extends SdkResponse {
  readonly logs: readonly LogLine[];
}

/** The core of the vendor's SDK, called as its service packages call it. */
export function connectOfficial(url: string): Query {
  const credentials = new BasicCredentials()
    .withAk(ACCESS_KEY.accessKey)
    .withSk(ACCESS_KEY.secretKey)
    .withProjectId(PROJECT);
  const client = new ClientBuilder((core) => core).withEndpoint(url).withCredential(credentials).build();
  return async (lines) => {
    const { logs } = await client.sendRequest<LogsResponse>({
      method: 'POST',
      url: '/v2/{project_id}/groups/{log_group_id}/streams/{log_stream_id}/content/query',
      contentType: 'application/json',
      queryParams: {},
      pathParams: { log_group_id: GROUP, log_stream_id: streamWith(lines) },
      headers: {},
      data: bodyFor(lines),
    });
    return logs;
  };
}
