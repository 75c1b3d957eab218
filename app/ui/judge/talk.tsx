import { Say } from "../comment";
import type { PairView, Said, SideView } from "./seat";
import { duelsWords } from "./words";
import type { Side } from "../pair";
import { judgeWords } from "./judge-words";

/** Under the votes: what people say about either side, and nothing of who made it. */
export function Talk({ pair, said }: { pair: PairView; said: Said }) {
  return (
    <div className="talk">
      <About side="left" media={pair.left} said={said} />
      <About side="right" media={pair.right} said={said} />
    </div>
  );
}

function About({ side, media, said }: { side: Side; media: SideView; said: Said }) {
  const { top = null, comments = 0 } = said[media.id] ?? {};
  const more = comments > 0 ? <a href={`/media/${media.id}/comments`}>{judgeWords.readAll(comments)}</a> : null;
  return <Say label={judgeWords.commentsOn(side)} top={top} hint={duelsWords(media.duels)} more={more} />;
}
