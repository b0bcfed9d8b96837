import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** The echo service as the protobuf file describes it. */
export function loadEchoService(protoPath) {
  const definition = loadSync(protoPath, { keepCase: true, longs: Number, defaults: true });
  return grpc.loadPackageDefinition(definition).conduit.grpc.tests.EchoService;
}
