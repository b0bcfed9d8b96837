// Calls the server of http-server.js: one scenario's name per line on stdin, one JSON result per line on stdout; ends with its stdin.
import http from 'node:http';
import readline from 'node:readline';
import WebSocket from 'ws';

const [host, port] = process.argv[2].split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(path, options = {}, pieces = [], trailers = null) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, path, agent, ...options }, (response) => {
      const body = [];
      response.on('data', (piece) => body.push(piece));
      response.on('end', () => {
        // What is said of one connection is no part of the answer.
        const { connection, 'keep-alive': kept, ...headers } = response.headers;
        resolve({ status: response.statusCode, headers, trailers: response.rawTrailers, body: `${Buffer.concat(body)}` });
      });
    });
    request.on('error', reject);
    pieces.forEach((piece) => request.write(piece));
    if (trailers) {
      request.addTrailers(trailers);
    }

    request.end();
  });
}

function converse(messages, end) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host}:${port}/`);
    const echoed = [];
    socket.on('error', reject);
    socket.on('open', () => socket.ping('alive?'));
    socket.on('pong', (data) => {
      echoed.push(`${data}`);
      messages.forEach((message) => socket.send(message));
    });
    socket.on('message', (data, isBinary) => {
      echoed.push(isBinary ? data.length : `${data}`);
      if (echoed.length > messages.length) {
        socket.close(4001, end);
      }
    });
    socket.on('close', (code, reason) => resolve({ echoed, code, reason: `${reason}` }));
  });
}

const scenarios = {
  get: () => call('/'),
  again: () => Promise.all(['/1', '/2', '/missing'].map((path) => call(path))),
  head: () => call('/', { method: 'HEAD' }),
  post: () => call('/', { method: 'POST', headers: { Trailer: 'X-End' } }, ['one', 'two', 'x'.repeat(200_000)], { 'X-End': 'done' }),
  websocket: () => converse(['text', Buffer.alloc(1_000_000), 'last'], 'enough'),
};

for await (const name of readline.createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await scenarios[name]()));
}

process.exit(0);
