import type { Chapter, Moment } from './story-moment.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** nginx: combined access lines, and its error lines between them. */
export const edgeNginx: Chapter = {
  group: 'edge',
  stream: 'nginx',
  quietMoments: 2400,
  incidentMoments: 900,
  tell(moment) {
    const { time, inIncident, random } = moment;
    const client = `203.0.113.${random.between(1, 254)}`;
    if (inIncident && random.chance(25)) {
      const at = new Date(time).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
      const request = `client: ${client}, server: shop.example, request: "POST /api/v1/orders HTTP/2.0"`;
      return [
        `${at} [error] 31#31: *${moment.number} upstream timed out (110: Connection timed out), ${request}`,
      ];
    }
    return [accessLine(moment, client)];
  },
  follow({ time, trace, client }) {
    const after = 5031;
    const end = `504 167 "https://shop.example/checkout" "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X)"`;
    const access = `${client} - - [${clfTime(time + after)}] "POST /api/v1/orders HTTP/2.0" ${end} rt=5.031 trace=${trace}`;
    return [{ after, lines: [access] }];
  },
};

function accessLine({ time, number, inIncident, random }: Moment, client: string): string {
  const status =
    inIncident && random.chance(45) ? random.oneOf([502, 503, 504]) : random.oneOf([200, 200, 201, 304, 404]);
  const path = random.oneOf([
    '/',
    '/cart',
    '/api/v1/orders',
    `/api/v1/orders/ORD-${random.between(100_000, 999_999)}`,
    '/search?q=%E8%93%9D%E7%89%99%E8%80%B3%E6%9C%BA',
  ]);
  const agent =
    number % 250 === 7 ? '<script>alert(1)</script> <!channel>' : 'Mozilla/5.0 (X11; Linux x86_64)';
  const size = random.between(90, 48_000);
  return `${client} - - [${clfTime(time)}] "GET ${path} HTTP/2.0" ${status} ${size} "https://shop.example/" "${agent}"`;
}

/** `10/Oct/2000:13:55:36 +0000` */
function clfTime(time: number): string {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}
