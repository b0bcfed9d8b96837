// Serves the echo service on a free loopback port, says the port on stdout, and ends with its stdin.
import grpc from '@grpc/grpc-js';
import { loadEchoService } from './echo.js';

let cancelled = 0;

function begin(call) {
  call.on('cancelled', () => cancelled++);

  const echo = call.metadata.get('x-echo');
  if (echo.length > 0) {
    const headers = new grpc.Metadata();
    headers.set('x-echo', echo[0]);
    call.sendMetadata(headers);
  }

  const trailers = new grpc.Metadata();
  call.metadata.get('x-echo-bin').forEach((value) => trailers.add('x-echo-bin', value));
  return trailers;
}

function replyTo(request, call) {
  const deadline = Number(call.getDeadline());
  const remaining = Number.isFinite(deadline) ? Math.round(deadline - Date.now()) : 0;
  return { text: request.text, payload: request.payload, remaining_ms: remaining };
}

function failureOf(request, trailers) {
  return request.status_code === 0 ? null : { code: request.status_code, details: request.status_detail, metadata: trailers };
}

function once(call, callback) {
  const trailers = begin(call);
  const failure = failureOf(call.request, trailers);
  if (failure) {
    callback(failure);
  } else if (!call.request.hang) {
    callback(null, replyTo(call.request, call), trailers);
  }
}

function collect(call, callback) {
  const trailers = begin(call);
  const texts = [];
  call.on('data', (request) => {
    const failure = failureOf(request, trailers);
    if (failure) {
      callback(failure);
    } else {
      texts.push(request.text);
    }
  });
  call.on('end', () => callback(null, { text: texts.join(',') }, trailers));
}

function repeat(call) {
  const trailers = begin(call);
  for (let index = 0; index < call.request.count; index++) {
    const reply = replyTo(call.request, call);
    call.write({ ...reply, text: `${reply.text} ${index}` });
  }

  const failure = failureOf(call.request, trailers);
  if (failure) {
    call.emit('error', failure);
  } else if (!call.request.hang) {
    call.end(trailers);
  }
}

function converse(call) {
  const trailers = begin(call);
  call.on('data', (request) => {
    const failure = failureOf(request, trailers);
    if (failure) {
      call.emit('error', failure);
    } else {
      call.write(replyTo(request, call));
    }
  });
  call.on('end', () => call.end(trailers));
}

const server = new grpc.Server();
server.addService(loadEchoService(process.argv[2]).service, {
  Once: once,
  Collect: collect,
  Repeat: repeat,
  Converse: converse,
  CountCancelled: (call, callback) => callback(null, { count: cancelled }),
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }

  console.log(JSON.stringify({ port }));
});
process.stdin.resume().on('end', () => process.exit(0));
