import type { PairView, SideView } from "./seat";
import { PAIR_SIZES } from "../pair";
import { srcSet } from "~/ui/parts/picture";

const TIMEOUT_MS = 3_000;

/** Resolves when both pictures of a pair can be painted at once, or when that takes too long to wait for. */
export async function decoded(pair: PairView, stage: HTMLElement | null) {
  const waiting = stage?.querySelectorAll<HTMLImageElement>(`[data-token="${pair.token}"] img`) ?? [];
  const images =
    waiting.length > 0 ? [...waiting] : [pair.left, pair.right].filter(({ pictures }) => pictures).map(early);
  const patience = new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS));
  await Promise.race([Promise.allSettled(images.map((image) => image.decode())), patience]);
}

function early(side: SideView) {
  const image = new Image();
  image.sizes = PAIR_SIZES;
  image.srcset = srcSet(side);
  return image;
}
