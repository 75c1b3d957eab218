import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import type { EncodedPacket, InputAudioTrack, InputVideoTrack } from "mediabunny";
import { stripAv1ConfigMetadata, stripAv1Metadata } from "./av1-metadata";
import { stripConfigUserData, lengthBytes, stripUserData } from "./user-data";

export type Remuxing = { from: string; to: string; kind: "mp4" | "webm"; maxSeconds: number };

export type Clip = { codec: string; width: number; height: number; seconds: number };
export type Remuxed = { ok: true; clip: Clip } | { ok: false; reason: "no-video" | "too-long" };

const containers = {
  mp4: { input: MP4, output: () => new Mp4OutputFormat({ fastStart: "reserve" }), codecs: ["avc", "hevc", "av1"] },
  webm: { input: WEBM, output: () => new WebMOutputFormat(), codecs: ["vp8", "vp9", "av1"] },
};

/**
 * Writes a clip again, packet by packet and without decoding any: its main video and audio, from time 0, ready to play
 * before it is all there. No tag, name, chapter, attachment or other track comes along, nor what an encoder noted between
 * the frames of H.264, H.265 and AV1. Only for a thread that can be ended: mediabunny may throw, or never come back, on a file
 * made for it.
 */
export async function remux({ from, to, kind, maxSeconds }: Remuxing): Promise<Remuxed> {
  const container = containers[kind];
  const input = new Input({ formats: [container.input], source: new FilePathSource(from) });
  const video = await input.getPrimaryVideoTrack();
  const codec = await video?.getCodec();
  if (!video || !codec || !container.codecs.includes(codec)) return { ok: false, reason: "no-video" };
  const format = container.output();
  const audio = await audioIn(input, format.getSupportedAudioCodecs());
  const tracks = audio ? [video, audio] : [video];
  const first = await input.getFirstTimestamp(tracks);
  // What an MP4 hides before its time 0 stays hidden.
  const start = kind === "mp4" ? Math.max(0, first) : first;
  const seconds = (await input.computeDuration(tracks)) - start;
  if (Math.round(seconds) > maxSeconds) return { ok: false, reason: "too-long" };
  if (!(seconds > 0)) return { ok: false, reason: "no-video" };
  const output = new Output({ format, target: new FilePathTarget(to) });
  const feeds = [await videoFeed(output, video, start)];
  if (audio) feeds.push(await audioFeed(output, audio, start));
  await output.start();
  await interleave(feeds);
  await output.finalize();
  return {
    ok: true,
    clip: { codec, width: await video.getDisplayWidth(), height: await video.getDisplayHeight(), seconds },
  };
}

async function audioIn(input: Input, codecs: readonly string[]) {
  const audio = await input.getPrimaryAudioTrack();
  const codec = await audio?.getCodec();
  return audio && codec && codecs.includes(codec) ? audio : null;
}

type Feed = { packets: AsyncGenerator<EncodedPacket>; add: (packet: EncodedPacket) => Promise<void> };

async function videoFeed(output: Output, track: InputVideoTrack, start: number): Promise<Feed> {
  const source = new EncodedVideoPacketSource((await track.getCodec())!);
  const [decoderConfig, cleaned] = await cleaning(track);
  const [rotation, flip] = [await track.getRotation(), await track.getFlip()];
  output.addVideoTrack(source, { rotation, flip, maximumPacketCount: await countOf(track) });
  return { packets: shifted(track, start), add: (packet) => source.add(cleaned(packet), { decoderConfig }) };
}

/** How the decoder is set up, and a frame for it, both without what encoders and cameras note in them. */
async function cleaning(
  track: InputVideoTrack,
): Promise<[VideoDecoderConfig, (packet: EncodedPacket) => EncodedPacket]> {
  const [codec, config] = [await track.getCodec(), (await track.getDecoderConfig())!];
  const description = config.description && new Uint8Array(config.description as Uint8Array<ArrayBuffer>);
  if (codec === "av1") {
    const plain = description ? { ...config, description: stripAv1ConfigMetadata(description) } : config;
    return [plain, (packet) => packet.clone({ data: stripAv1Metadata(packet.data) })];
  }
  if (codec !== "avc" && codec !== "hevc") return [config, (packet) => packet];
  const size = lengthBytes(codec, description);
  const plain = codec === "hevc" && description ? { ...config, description: stripConfigUserData(description) } : config;
  return [plain, (packet) => packet.clone({ data: stripUserData(codec, packet.data, size) })];
}

async function audioFeed(output: Output, track: InputAudioTrack, start: number): Promise<Feed> {
  const source = new EncodedAudioPacketSource((await track.getCodec())!);
  const decoderConfig = (await track.getDecoderConfig())!;
  output.addAudioTrack(source, { maximumPacketCount: await countOf(track) });
  return { packets: shifted(track, start), add: (packet) => source.add(packet, { decoderConfig }) };
}

async function countOf(track: InputVideoTrack | InputAudioTrack) {
  return (await track.computePacketStats()).packetCount;
}

// A key frame that is shown before an earlier one breaks the muxer's order; players take it for any other frame.
async function* shifted(track: InputVideoTrack | InputAudioTrack, start: number) {
  let latest = -Infinity;
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })) {
    const timestamp = packet.timestamp - start;
    yield packet.clone({ timestamp, type: timestamp < latest ? "delta" : packet.type });
    latest = Math.max(latest, timestamp);
  }
}

/** Sound and picture of the same moment lie near each other. */
async function interleave(feeds: Feed[]) {
  const heads = await Promise.all(feeds.map(({ packets }) => packets.next()));
  for (;;) {
    const open = feeds.flatMap((_, i) => (heads[i]!.done ? [] : [{ i, packet: heads[i]!.value as EncodedPacket }]));
    if (open.length === 0) return;
    const { i, packet } = open.reduce((first, other) =>
      other.packet.timestamp < first.packet.timestamp ? other : first,
    );
    await feeds[i]!.add(packet);
    heads[i] = await feeds[i]!.packets.next();
  }
}
