import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { HiddenTerminal } from '../lib/operate/fill-secrets.ts';

/** While it is open, nothing that is typed is shown. */
export function openHiddenTerminal(): HiddenTerminal {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const options = { output: silent, terminal: true, historySize: 0 };
  const terminal = createInterface({ input: process.stdin, ...options });
  // Ctrl+C and Ctrl+D end the program, as without this.
  const leave = () => process.exit(130);
  terminal.on('SIGINT', leave);
  terminal.on('close', leave);
  return {
    ask: async (question) => {
      process.stderr.write(question);
      const answer = await terminal.question('');
      process.stderr.write('\n');
      return answer;
    },
    close: () => {
      terminal.off('close', leave);
      terminal.close();
    },
  };
}
