import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "../parts/classes";
import { Icon } from "../parts/icon";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { clip } from "../parts/format";

type FrameProps = { media: MediaView; sizes: string; alt?: string; eager?: boolean };

/** A media item as large as its place allows; a video can be played there. */
export function MediaFrame({ media, ...picture }: FrameProps) {
  return (
    <span className="media">
      {media.video ? (
        <Video media={media} label={picture.alt ?? media.alt} controls />
      ) : (
        <Picture media={media} {...picture} />
      )}
    </span>
  );
}

/** `early`: fetched before anyone plays it. */
type VideoProps = { media: MediaView; label: string; controls?: boolean; loop?: boolean; early?: boolean };

/** Waits on its poster, muted, until someone or the page's script plays it. */
export function Video({ media, label, controls = false, loop = false, early = false }: VideoProps) {
  const poster = media.pictures?.find((picture) => picture.width >= 800)?.url;
  const size = { width: media.width, height: media.height };
  const preload = early ? "auto" : poster ? "none" : "metadata";
  return (
    <video
      muted
      playsInline
      loop={loop}
      controls={controls}
      preload={preload}
      poster={poster}
      aria-label={label}
      {...size}
    >
      <source src={media.video?.url} type={media.video?.type} />
    </video>
  );
}

type TileProps = {
  media: MediaView;
  to: string;
  mine?: boolean;
  current?: boolean;
  soon?: boolean;
  tag?: ReactNode;
  children?: ReactNode;
};

/** A square that leads to the item, with a few words on it. */
export function Tile({ media, to, mine = false, current = false, soon = false, tag, children }: TileProps) {
  const name = classes("tile", mine && "mine", current && "picked");
  return (
    <Link className={name} to={to} aria-current={current || undefined}>
      <Picture
        media={media}
        alt={media.alt || `Image ${media.id}`}
        sizes="(max-width: 30rem) 44vw, 12rem"
        soon={soon}
      />
      {tag ? <span className="tag">{tag}</span> : media.video ? <Length seconds={media.video.seconds} /> : null}
      {children}
    </Link>
  );
}

function Length({ seconds }: { seconds: number }) {
  return (
    <span className="tag">
      <Icon name="play" />
      {clip(seconds)}
    </span>
  );
}
