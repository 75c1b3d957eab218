import type { ReactNode } from "react";
import { Icon } from "../parts/icon";
import { Tile } from "../media/media-frame";
import type { MediaView } from "../parts/picture";
import { clip } from "../parts/format";

export type TileEntry = { key: string; number: number; own: boolean; rank: number | null; media: MediaView | null };

type Props<T> = {
  entries: T[];
  to: (entry: T) => string;
  tag?: (entry: T) => string | null;
  foot?: (entry: T) => ReactNode;
};

/** Entries as squares. One's own are marked, with their rank where they have one. */
export function EntryTiles<T extends TileEntry>({ entries, to, tag = ownTag, foot }: Props<T>) {
  return (
    <ul className="tiles">
      {entries.map((entry) =>
        entry.media ? (
          <li key={entry.key}>
            <Tile
              media={{ ...entry.media, alt: entry.media.alt || `Entry ${entry.number}` }}
              to={to(entry)}
              mine={entry.own}
              tag={words(entry, tag(entry))}
            />
            {foot?.(entry)}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function ownTag({ own, rank }: TileEntry) {
  if (!own) return null;
  return rank === null ? "Yours" : `Yours · #${rank}`;
}

function words({ media }: TileEntry, tag: string | null) {
  if (!tag || !media?.video) return tag;
  return (
    <>
      {tag} · <Icon name="play" />
      {clip(media.video.seconds)}
    </>
  );
}
