/** A slice of an MP3 file that decodes, by itself, to exactly its part of the sound. */
export interface Segment {
  readonly bytes: Buffer;
  /** From the start of the sound, in seconds. */
  readonly start: number;
  readonly seconds: number;
}

const samplesPerFrame = 1152;
const rate = 44_100;
/** What every MP3 decoder adds before the first sample, which the LAME tag leaves out. */
const decoderDelay = 529;
/** Frames before a slice that are decoded and thrown away: their bytes hold its first samples. */
const leadFrames = 4;
const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
/** Where the LAME tag keeps delay and padding, 12 bits each, from the start of "Info". */
const gapOffset = 0x8d;

/** The frames of a Layer III file at 44,100 Hz, which is what lies in `music/`. */
function splitFrames(file: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at + 4 <= file.length;) {
    const header = file.readUInt32BE(at);
    const bits = (kilobits[(header >>> 12) & 15] ?? 0) * 1000;
    const size = Math.floor((144 * bits) / rate) + ((header >>> 9) & 1);
    frames.push(file.subarray(at, at + size));
    at += size;
  }
  return frames;
}

/** The first frame of the file, made to say that `delay` and `padding` samples of these frames are not music. */
function tagFrame(first: Buffer, frames: Buffer[], delay: number, padding: number): Buffer {
  const frame = Buffer.from(first);
  const tag = frame.indexOf("Info");
  frame.writeUInt32BE(frames.length, tag + 8);
  frame.writeUInt32BE(Buffer.concat([first, ...frames]).length, tag + 12);
  frame.writeUIntBE((delay << 12) | padding, tag + gapOffset, 3);
  return frame;
}

/** The tag with which packed audio begins: its 90 kHz clock. https://www.rfc-editor.org/rfc/rfc8216#section-3.4 */
function clockTag(start: number): Buffer {
  const owner = Buffer.from("com.apple.streaming.transportStreamTimestamp\0", "latin1");
  const clock = Buffer.alloc(8);
  clock.writeBigUInt64BE(BigInt(Math.round(start * 90_000)));
  const content = Buffer.concat([owner, clock]);
  const sizes = [content.length + 10, content.length];
  const head = Buffer.from(`ID3\x04\0\0\0\0\0${String.fromCharCode(sizes[0] ?? 0)}`, "latin1");
  const frame = Buffer.from(`PRIV\0\0\0${String.fromCharCode(sizes[1] ?? 0)}\0\0`, "latin1");
  return Buffer.concat([head, frame, content]);
}

/**
 * Cuts an MP3 file at frame boundaries into slices of about `seconds`. A frame's sound may lie in the bytes of frames
 * before it, so every slice carries four of those and a tag that makes a decoder drop what they sound like: the decoded
 * slices, one after the other, are the decoded file.
 */
export function cutSegments(file: Buffer, seconds: number): Segment[] {
  const [tagged = file, ...frames] = splitFrames(file);
  const tag = tagged.indexOf("Info");
  const gaps = tagged.readUIntBE(tag + gapOffset, 3);
  const [delay, padding] = [gaps >>> 12, gaps & 0xfff];
  const skipped = delay + decoderDelay;
  const length = frames.length * samplesPerFrame - delay - padding;
  const step = Math.ceil((seconds * rate) / samplesPerFrame);
  const segments: Segment[] = [];
  for (let first = 0; first < frames.length; first += step) {
    const isLast = first + step >= frames.length;
    const lead = first === 0 ? 0 : leadFrames;
    const inside = frames.slice(first - lead, first + step);
    const drop = first === 0 ? delay : lead * samplesPerFrame - decoderDelay;
    const start = first === 0 ? 0 : (first * samplesPerFrame - skipped) / rate;
    const end = isLast ? length : (first + step) * samplesPerFrame - skipped;
    const head = tagFrame(tagged, inside, drop, isLast ? padding : 0);
    const bytes = Buffer.concat([clockTag(start), head, ...inside]);
    segments.push({ bytes, start, seconds: end / rate - start });
  }
  return segments;
}
