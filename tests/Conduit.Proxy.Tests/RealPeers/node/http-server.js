// Serves HTTP and WebSocket on a free loopback port, says the port on stdout, and ends with its stdin.
import http from 'node:http';
import { WebSocketServer } from 'ws';

const server = http.createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces);
    response.sendDate = false;
    response.statusCode = request.url === '/missing' ? 404 : 200;
    response.setHeader('X-Method', request.method);
    if (request.method === 'POST') {
      response.setHeader('Trailer', 'X-Sum');
      response.addTrailers({ 'X-Sum': `${body.length} ${request.trailers['x-end']}` });
    }

    response.end(body);
  });
});

new WebSocketServer({ server }).on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
});

server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume().on('end', () => process.exit(0));
