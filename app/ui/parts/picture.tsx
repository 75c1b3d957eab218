import { dataStyle } from "./data-style";
import { Icon } from "./icon";
import { isClear, tone } from "./tone";

/** What a page knows of a media item. */
export type MediaView = {
  id: number;
  /** Names its page, `/media/:key`; none while an entry's crucible runs. */
  key?: string;
  kind: "image" | "video";
  width: number;
  height: number;
  /** Addresses of the picture (a video's poster) by width, smallest first; null for a video without a poster. */
  pictures: { width: number; url: string }[] | null;
  video: { url: string; type: string; seconds: number } | null;
  thumbhash: string | null;
  alt: string;
};

type PictureProps = {
  media: MediaView;
  /** How wide it is drawn, as the `sizes` of an img. */
  sizes: string;
  /** In place of the media's own; empty where words beside it say the same. */
  alt?: string;
  /** What the first screen of the page is looked at for: fetched at once and first. */
  eager?: boolean;
  /** Elsewhere in the first screen of some devices: fetched without waiting for the layout, but after what is eager. */
  soon?: boolean;
  className?: string;
};

/** A picture, or a video's poster, in the width that fits, with its color in its place until then. */
export function Picture({ media, sizes, alt = media.alt, eager = false, soon = false, className }: PictureProps) {
  if (!media.pictures) return <NoPicture words={alt} className={className} />;
  return (
    <img
      className={className}
      src={media.pictures[0]!.url}
      srcSet={srcSet(media)}
      sizes={sizes}
      width={media.width}
      height={media.height}
      alt={alt}
      loading={eager || soon ? undefined : "lazy"}
      {...(eager ? first : undefined)}
      style={groundOf(media.thumbhash)}
    />
  );
}

// What can be seen through is drawn on squares: on its own color, or on a page’s, half of such pictures could not be seen.
function groundOf(thumbhash: string | null) {
  if (isClear(thumbhash)) return dataStyle({ "--tone": "var(--squares)", "--behind": "var(--squares)" });
  return dataStyle({ "--tone": tone(thumbhash) });
}

/** React 18 does not know its camel-cased name. */
const first = { fetchpriority: "high" };

/** Where there is nothing to draw: a video that gave no poster, a cover that was never chosen. */
export function NoPicture({ words, className = "" }: { words: string; className?: string }) {
  return (
    <span className={`no-picture ${className}`} role={words ? "img" : undefined} aria-label={words || undefined}>
      <Icon name="image" />
    </span>
  );
}

/** Published widths are not enlarged: what is larger than the original is the original's width. */
export function srcSet({ pictures, width }: Pick<MediaView, "pictures" | "width">) {
  const real = (pictures ?? []).map((picture) => ({ ...picture, width: Math.min(picture.width, width) }));
  const distinct = real.filter((picture, at) => picture.width !== real[at - 1]?.width);
  return distinct.map((picture) => `${picture.url} ${picture.width}w`).join(", ");
}

/** A small square of it, beside words. */
export function Thumb({ media, alt }: { media: MediaView; alt?: string }) {
  return <Picture media={media} alt={alt} sizes="44px" className="thumb" />;
}
