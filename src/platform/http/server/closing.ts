import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Draining } from '../../health/draining.js';

/** Milliseconds that a connection without a request is given to send one, once nobody can connect any more. */
const LAST_CALL = 500;

/**
 * Lets the server close without cutting off a request and without waiting for one that never comes.
 * On the way out every answer ends its connection; Node closes the idle ones; what remains are connections that have
 * not sent a byte yet. They may be about to, and Node would wait for them for ever. Answers without an end are ended.
 */
export function closeInGoodOrder(server: FastifyInstance, draining: Draining): void {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (draining.isDraining) reply.header('Connection', 'close');
    done(null, payload);
  });
  server.addHook('preClose', (done) => {
    draining.closes();
    setTimeout(() => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, LAST_CALL).unref();
    done();
  });
}
