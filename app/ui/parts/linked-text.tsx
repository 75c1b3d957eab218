const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/** Plain text in which web addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  return text.split(ADDRESS).map((piece, at) =>
    at % 2 ? (
      <a key={at} href={piece} rel="nofollow ugc noopener noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
