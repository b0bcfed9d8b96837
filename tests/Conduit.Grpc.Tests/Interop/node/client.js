// Calls the echo service: one scenario's name per line on stdin, one JSON result per line on stdout; ends with its stdin.
import readline from 'node:readline';
import grpc from '@grpc/grpc-js';
import { loadEchoService } from './echo.js';

const [protoPath, address] = process.argv.slice(2);
const EchoService = loadEchoService(protoPath);
const client = new EchoService(address, grpc.credentials.createInsecure());

/** The end of a unary call: its reply or its error, with all metadata. */
function endOf(start) {
  return new Promise((resolve) => {
    const end = {};
    const call = start((error, reply) => Object.assign(end, { code: error?.code ?? 0, details: error?.details, reply }));
    call.on('metadata', (headers) => (end.headers = plain(headers)));
    call.on('status', (status) => resolve({ ...end, trailers: plain(status.metadata) }));
  });
}

/** The end of a call with many replies: all of them, and the status. */
async function streamEndOf(call, onReply = () => {}) {
  const texts = [];
  call.on('data', (reply) => {
    texts.push(reply.text);
    onReply(reply, texts.length);
  });
  call.on('error', () => {});

  // The status may be told while replies are still buffered, so both events count.
  const status = new Promise((resolve) => call.on('status', resolve));
  await new Promise((resolve) => call.on('end', resolve));
  const { code, details } = await status;
  return { code, details, texts };
}

/** Metadata as plain lists; bytes as hexadecimal digits. */
function plain(metadata) {
  const all = {};
  for (const key of Object.keys(metadata.getMap())) {
    all[key] = metadata.get(key).map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value));
  }

  return all;
}

function echoMetadata() {
  const metadata = new grpc.Metadata();
  metadata.set('x-echo', 'a, b');
  [Buffer.from([0, 255]), Buffer.alloc(0), Buffer.from([1, 2, 3])].forEach((value) => metadata.add('x-echo-bin', value));
  return metadata;
}

function converse(count) {
  const call = client.Converse();
  const end = streamEndOf(call, (_, received) => (received < count ? call.write({ text: `${received}` }) : call.end()));
  call.write({ text: '0' });
  return end;
}

const scenarios = {
  unary: () => endOf((callback) => client.Once({ text: 'hello' }, callback)),

  clientStreaming: () =>
    endOf((callback) => {
      const call = client.Collect(callback);
      ['a', 'b', 'c'].forEach((text) => call.write({ text }));
      call.end();
      return call;
    }),

  serverStreaming: () => streamEndOf(client.Repeat({ text: 'n', count: 100 })),

  duplex: () => converse(10),

  deadline: () => endOf((callback) => client.Once({ hang: true }, { deadline: Date.now() + 300 }, callback)),

  remaining: () => endOf((callback) => client.Once({}, { deadline: Date.now() + 60_000 }, callback)),

  cancel: () => {
    const call = client.Repeat({ text: 'n', count: 1, hang: true });
    return streamEndOf(call, () => call.cancel());
  },

  metadata: () => endOf((callback) => client.Once({}, echoMetadata(), callback)),

  status: () => endOf((callback) => client.Once({ status_code: 5, status_detail: 'keine Brötchen 🍩, 100 %' }, echoMetadata(), callback)),

  // The failure is asked for once the reply is here, because this client drops replies that a failure overtakes.
  statusAfterReply: () => {
    const call = client.Converse();
    const end = streamEndOf(call, () => call.write({ status_code: 15, status_detail: 'rest is gone' }));
    call.write({ text: 'first' });
    return end;
  },

  missing: () => endOf((callback) => client.Missing({}, callback)),

  large: async () => {
    const payload = Buffer.alloc(4 * 1024 * 1024 - 16, 'x');
    const end = await endOf((callback) => client.Once({ payload }, callback));
    return { code: end.code, details: end.details, isSame: payload.equals(end.reply?.payload ?? Buffer.alloc(0)) };
  },

  tooLarge: () => endOf((callback) => client.Once({ payload: Buffer.alloc(5 * 1024 * 1024) }, callback)),

  concurrent: async () => {
    // Every stream holds back its end until all have had an answer, so all are open together.
    let waiting = 1000;
    const calls = Array.from({ length: waiting }, () => client.Converse());
    const ends = calls.map((call) => streamEndOf(call, () => --waiting === 0 && calls.forEach((open) => open.end())));
    calls.forEach((call, index) => call.write({ text: `${index}` }));
    const all = await Promise.all(ends);
    return { good: all.filter(({ code, texts }, index) => code === 0 && texts.length === 1 && texts[0] === `${index}`).length };
  },

  gzip: async () => {
    const zipped = new EchoService(address, grpc.credentials.createInsecure(), {
      'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip,
    });
    const text = 'x'.repeat(100_000);
    const end = await endOf((callback) => zipped.Once({ text }, callback));
    zipped.close();
    return { code: end.code, details: end.details, encoding: end.reply?.encoding, isSame: end.reply?.text === text };
  },
};

for await (const name of readline.createInterface({ input: process.stdin })) {
  const end = await scenarios[name]();
  delete end.reply?.payload;
  console.log(JSON.stringify(end));
}

process.exit(0);
