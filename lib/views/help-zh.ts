import type { HelpWords } from './help-words.ts';

export const helpZh: HelpWords = {
  overview: (hasSources) => ({
    title: '云日志服务的日志',
    sections: [
      {
        title: '查询',
        lines: [
          ['logs checkout/api error since:1h', '查找日志流中同时包含这些关键词的日志'],
          ['search', '在窗口中填写查询条件'],
          ['groups', '列出日志组'],
          ['streams checkout', '列出日志组中的日志流'],
        ],
      },
      {
        title: '创建',
        lines: [
          ['group create checkout', '创建日志组'],
          ['stream create checkout/api', '在日志组中创建日志流'],
          ['transfer checkout/api bucket:lts-archive every:1hour', '将日志流转储到 OBS 桶'],
        ],
      },
      {
        title: '设置本频道',
        lines: [
          ['use checkout/api', '设置默认日志流，查询时可不再指定'],
          ['answers public', '让本频道的所有人看到结果'],
          ...(hasSources ? ([['source prod', '设置日志源（项目）']] as const) : []),
        ],
      },
      {
        title: '审计',
        lines: [['audit since:1d', '谁做了什么']],
      },
      {
        title: '更多帮助',
        lines: [
          ['help logs', '关键词、标签和翻页'],
          ['help times', '时间的写法'],
          ['help create', '创建和删除日志组、日志流'],
          ['help transfer', '转储到 OBS'],
          ['help settings', '频道的设置'],
          ['help redaction', '哪些敏感信息会脱敏'],
        ],
      },
    ],
    notes: ['消息列中不能使用斜杠命令：请 @ 机器人，再输入命令的其余部分，结果会回复在消息列中。'],
  }),
  topics: {
    logs: {
      title: '查询日志',
      sections: [
        {
          lines: [
            ['logs checkout/api', '最近 15 分钟，从新到旧'],
            ['logs checkout/api error timeout', '同时包含两个关键词'],
            ['logs checkout/api "payment failed"', '包含该短语'],
            ['logs checkout/api time*', '以 time 开头的词；通配符不能放在词的开头'],
            ['logs checkout/api level=warn hostName="ecs 1"', '按标签过滤'],
            ['logs checkout/api error limit:20', '每页行数，最多 200'],
            ['logs checkout/api error order:oldest', '从旧到新'],
            ['logs checkout/api error since:1d count', '同时统计匹配的总行数'],
          ],
        },
      ],
      notes: [
        [
          '“更早”和“更晚”用于翻页，“上下文”查看某一行前后的日志，“修改查询”在窗口中更改查询条件。',
          ['share', '“分享”将本页发到频道。'],
          ['export', '“导出”生成最多 5,000 行的文件。'],
          ['reveal', '“查看原文”显示本页未脱敏的日志。'],
        ],
        '关键词不区分大小写。日志组和日志流可用名称或 ID（用 groups ids、streams checkout ids 查看）；名称中有空格时请加引号。',
      ],
    },
    times: {
      title: '时间的写法',
      sections: [
        {
          lines: [
            ['logs checkout/api since:15m', '最近 15 分钟；也可用 2h30m、1d、1w'],
            ['logs checkout/api since:13:10', '今天 13:10 以来'],
            ['logs checkout/api from:昨天 09:00 to:昨天 10:00', '昨天的一个小时'],
            ['logs checkout/api from:2026-11-23T09:00 to:2026-11-23T09:30', '某一天的半个小时'],
            ['logs checkout/api from:2026-11-23T09:00Z', '自带时区的时间'],
            ['logs checkout/api since:1795420800000', '毫秒时间戳'],
          ],
        },
      ],
      notes: [
        '时间按您 Slack 个人资料中的时区解析和显示，时间范围最长 30 天。',
        '这里的时间是云日志服务收到日志的时间，可能略晚于日志自身的时间。',
      ],
    },
    create: {
      title: '创建和删除日志组、日志流',
      sections: [
        {
          lines: [
            ['group create checkout', '日志组，日志存储 7 天'],
            ['group create checkout ttl:30', '日志存储 30 天'],
            ['stream create checkout/api', '日志组中的日志流'],
            ['stream create checkout/api ttl:30 project:shop', '单独指定存储时间和企业项目'],
            ['group create', '打开创建日志组的表单'],
            ['stream create', '打开创建日志流的表单'],
            ['stream delete checkout/api', '先显示将被删除的内容，输入名称确认后删除'],
            ['group delete checkout', '同上，删除整个日志组'],
          ],
        },
      ],
      notes: ['最多可创建 100 个日志组，每个日志组最多 100 个日志流。名称最多 64 个字符。'],
    },
    transfer: {
      title: '转储到 OBS',
      sections: [
        {
          lines: [
            ['transfer checkout/api bucket:lts-archive every:1hour', '从现在起每小时转储一次'],
            ['transfer checkout/api,worker bucket:lts-archive every:5min', '同一日志组的两个日志流'],
            ['transfer checkout/api bucket:lts-archive every:12hour format:JSON', 'JSON 格式；默认为 RAW'],
            ['transfer checkout/api bucket:lts-archive every:1hour prefix:api dir:logs', '文件前缀和文件夹'],
            ['transfer checkout/api bucket:lts-archive every:1hour off', '创建但不开启'],
            ['transfer', '打开转储表单'],
          ],
        },
      ],
      notes: [
        '转储周期可选 2min、5min、30min、1hour、3hour、6hour、12hour。',
        '已有的转储无法在此查看或修改（API 未提供相应接口），请使用云日志服务控制台。',
      ],
    },
    settings: {
      title: '设置本频道',
      sections: [
        {
          lines: [
            ['use checkout/api', '之后 logs error 即查询该日志流'],
            ['use', '查看默认日志流'],
            ['use none', '清除默认日志流'],
            ['answers public', '让本频道的所有人看到结果'],
            ['answers private', '结果仅发起人可见'],
            ['source prod', '有多个日志源（项目）时，选择其中一个'],
          ],
        },
      ],
      notes: ['设置对本频道的所有人生效。'],
    },
  },
};
