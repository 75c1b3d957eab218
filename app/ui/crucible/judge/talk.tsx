import { TopComment } from "~/ui/comment/comment";
import type { PairView } from "./seat";
import { duelsText } from "./words";

/** Under the votes: how much either side was judged. What people say of a picture could tell whose it is, so that waits. */
export function PairComments({ pair }: { pair: PairView }) {
  return (
    <div className="talk">
      <TopComment label="About the left" top={null} hint={duelsText(pair.left.duels)} more={null} />
      <TopComment label="About the right" top={null} hint={duelsText(pair.right.duels)} more={null} />
    </div>
  );
}
