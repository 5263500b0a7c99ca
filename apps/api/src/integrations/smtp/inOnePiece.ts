import { Transform } from 'node:stream';

/**
 * Collects a message and passes it on in one piece: nodemailer writes each header block, boundary and
 * part alone, and each of them would be a write to the socket.
 */
export function inOnePiece(): Transform {
  const pieces: Buffer[] = [];
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
    flush(done) {
      done(null, Buffer.concat(pieces));
    },
  });
}
