import { forest, ridges, sea } from "./land";
import { bloom, glass, marble } from "./patterns";
import type { Brief, Scene } from "./scene";
import { aurora, planet } from "./sky";

export type Piece = Brief & { title: string; scene: Scene; model: { name: string; hash: string } };

// Models that everyone knows, so that the picker of base models has something to show.
const models = [
  { name: "sd_xl_base_1.0", hash: "31e35c80fc" },
  { name: "v1-5-pruned-emaonly", hash: "6ce0161689" },
];

type Line = [title: string, scene: Scene, seed: number, aspect: number, care: number, colours: string];

const lines: Line[] = [
  ["First light over five ridges", ridges, 11, 1.5, 0.95, "27406b f2b98f 7d86a8 1b2236"],
  ["Hills, late afternoon", ridges, 12, 1.2, 0.45, "86b6c9 e8dcc0 8aa38c 3c5a46"],
  ["Red range", ridges, 13, 1.5, 0.75, "402233 e0795a a0524f 24121c"],
  ["Mountain pass in winter", ridges, 14, 0.8, 0.2, "a9b4bd d5d8da 8e979e 4d555c"],
  ["Green curtain above the fjord", aurora, 21, 1.3, 0.95, "050b1c 10294a 3fe0a0 7a5cff"],
  ["Northern sky", aurora, 22, 1.3, 0.55, "0a0c1e 1d2a4d 48c98b 2f7fb5"],
  ["Violet hour", aurora, 23, 0.8, 0.8, "0c0618 2b1748 c06cff ff7ab8"],
  ["Lights, from memory", aurora, 24, 1, 0.15, "10151c 2a3440 5c8f72 4f6f86"],
  ["Ink and bone", marble, 31, 1, 0.9, "10222e 2f6f7c e8dcc3 b4552d"],
  ["Copper tide", marble, 32, 1.4, 0.7, "1a1210 7c3f1e e5a15a f6ecd6"],
  ["Lagoon", marble, 33, 0.8, 0.5, "04263a 0f7a8a 9fe0cf fdf3dc"],
  ["Study in gray", marble, 34, 1, 0.1, "3b3b3d 6e6e70 9d9d9c c4c3c0"],
  ["The ringed one", planet, 41, 1.4, 1, "3a2418 b3744a f0d3a0 8a5a6a f6e8d0"],
  ["Blue giant", planet, 42, 1, 0.8, "0d1b3e 2f5fae a5d0f2 e9f6ff 5a86c8"],
  ["Third moon", planet, 43, 1, 0.4, "2d2a26 6f675c b7ab98 8d8273 d8cfbf"],
  ["Rust world", planet, 44, 1.2, 0.25, "3a1a10 7e3a22 b5663c 9c5233 d69a6b"],
  ["Last sun on the water", sea, 51, 1.5, 0.95, "1d2c57 f08a5d ffe0a3 12304a"],
  ["Harbor mouth, evening", sea, 52, 1.2, 0.6, "3b2a55 e86f6f ffd28a 2a2546"],
  ["Noon at sea", sea, 53, 1.3, 0.3, "5ea3d6 cfe6ef fff6d8 2a6c93"],
  ["Window with a hundred panes", glass, 61, 0.8, 0.95, "ffe29a e8553d 8a2c55 1f3f86 0d5a5a"],
  ["Garden glass", glass, 62, 1, 0.6, "f4f1c9 7cb46b 2c7a5b 1a3f57"],
  ["Broken mirror", glass, 63, 1.2, 0.2, "d0d4d8 8b949c 5b646c 31383e"],
  ["Peony", bloom, 71, 1, 0.95, "1c2a22 f3b8c8 c4395f ffd24a"],
  ["Water lily", bloom, 72, 1.2, 0.75, "0f2c33 fdf0f6 e59ac0 ffe27a"],
  ["Five petals", bloom, 73, 1, 0.35, "44553a f0d264 d48c2a 5a3413"],
  ["Paper flower", bloom, 74, 0.8, 0.1, "777468 d9d2c0 b3a78f 6b5f4a"],
  ["Beeches in fog", forest, 81, 1.3, 0.95, "c9d3cf f3eed9 26302a 3b4631"],
  ["Pine stand", forest, 82, 0.8, 0.65, "9fb2b5 dfe8e2 16242a 24332c"],
  ["Burnt wood", forest, 83, 1.2, 0.45, "b39a86 efd3ae 2b1d18 4a3226"],
  ["Posts", forest, 84, 1, 0.1, "a8a8a4 cfcfca 55554f 77776f"],
];

export const pieces: Piece[] = lines.map(([title, scene, seed, aspect, care, colors], i) => ({
  title,
  scene,
  seed,
  aspect,
  care,
  colors,
  model: models[i % models.length]!,
}));
