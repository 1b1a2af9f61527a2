/** Noise as a WAV file of 16 bits, 44,100 Hz; the same each time. `sign` -1 is the same noise upside down. */
export function createNoise(seconds: number, sign: 1 | -1): Buffer {
  const rate = 44_100;
  const samples = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + samples * 2);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(samples * 2, 40);
  // https://en.wikipedia.org/wiki/Linear_congruential_generator
  let state = 1;
  for (let index = 0; index < samples; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    file.writeInt16LE(sign * ((state >>> 17) - 16_384), 44 + index * 2);
  }
  return file;
}
