import { createServer } from 'node:net';
import { answerWith } from './canned-answers.ts';

// A program: as little of an LTS as can be, so that a benchmark measures its client. It tells its parent the port, and
// ends with it. Over bare TCP: node:http would cost as much as the client that is measured.

const answers = new Map<string, Buffer>();

const server = createServer({ noDelay: true }, (socket) => {
  let received = '';
  socket.setEncoding('latin1').on('data', (text) => {
    received += text;
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const bodyLength = Number(/\r\ncontent-length: *(\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < headEnd + 4 + bodyLength) return;
    const lines = /\/streams\/(\d+)\//.exec(received)?.[1];
    received = '';
    socket.write(lines === undefined ? 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n' : answer(lines));
  });
  socket.on('error', () => socket.destroy());
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());

function answer(lines: string): Buffer {
  const known = answers.get(lines);
  if (known) return known;
  const body = answerWith(Number(lines));
  const head = [
    'HTTP/1.1 200 OK',
    `date: ${new Date().toUTCString()}`,
    'content-type: application/json;charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: keep-alive',
    'x-request-id: 5f3b1f6c5d3c4f2f9d7a0c1b2e3d4f5a',
  ];
  const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  answers.set(lines, bytes);
  return bytes;
}
