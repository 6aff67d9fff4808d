import { expect, test } from 'vitest';
import { startWorkbench } from './support.ts';

/** The worked example of 5.3.1 in the API reference: ten lines, and 22 more that match, for its count is 32. */
const labels = {
  hostName: 'ecs-kwxtest',
  hostIP: '192.168.0.156',
  appName: 'default_appname',
  containerName: 'CONFIG_FILE',
  clusterName: 'CONFIG_FILE',
  hostId: '9787ef31-fd7b-4eff-ba71-72d580f11f55',
  podName: 'default_procname',
  clusterId: 'CONFIG_FILE',
  nameSpace: 'CONFIG_FILE',
  category: 'LTS',
};
const lineNums = [
  '1595659490239433654',
  '1595659490239433655',
  '1595659490239433656',
  '1595659490239433657',
  '1595659490239433658',
  '1595659490239433659',
  '1595659490239433660',
  '1595659490239433661',
  '1595659490839420574',
  '1595659491839412667',
];
const first = { keywords: 'log', limit: 10, is_count: true };
const page = { keywords: 'log', line_num: '1595659490239433658', limit: '3', is_count: true };

test.each([
  ['the first query', first, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['forwards in rising order', { ...page, is_desc: 'false', search_type: 'forwards' }, [6, 7, 8]],
  ['backwards in falling order', { ...page, is_desc: 'true', search_type: 'backwards' }, [8, 7, 6]],
  ['backwards in rising order', { ...page, is_desc: 'false', search_type: 'backwards' }, [2, 3, 4]],
  ['forwards in falling order', { ...page, is_desc: 'true', search_type: 'forwards' }, [4, 3, 2]],
])('%s gives the page that the reference prints', async (_, fields, numbers) => {
  const { createStream, addLines, call } = await startWorkbench();
  const { group, stream, path } = await createStream();
  const ten = lineNums.map((lineNum, index) => ({ content: content(index + 1), labels, lineNum }));
  const more = Array.from({ length: 22 }, (_, index) => ({
    content: content(index + 11),
    labels,
    time: 1595659492000 + index,
  }));
  const others = [{ content: content(33), labels: { ...labels, hostName: 'another' }, time: 1595659493000 }];
  await addLines(group, stream, [...ten, ...more, ...others]);

  const query = {
    start_time: 1595659200000,
    end_time: 1595659500000,
    labels: { hostName: 'ecs-kwxtest' },
    ...fields,
  };
  const { status, body } = await call('POST', `${path}/content/query`, query);

  expect(status).toBe(200);
  expect(body).toStrictEqual({
    count: 32,
    logs: numbers.map((number) => ({
      content: `${content(number).replace('log', '<HighLightTag>log</HighLightTag>')}\n`,
      labels,
      line_num: lineNums[number - 1],
    })),
  });
});

function content(number: number): string {
  return `2020-07-25/14:44:${41 + number} this log is Error NO ${number}`;
}
