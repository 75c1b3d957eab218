import { useEffect, useRef } from "react";
import type { FormEvent, RefObject } from "react";
import type { PairView, SeatView } from "./seat";
import { Unseen, useSeen } from "./seeing";
import { useShortcuts } from "./shortcuts";
import { useSwipe } from "./swipe";
import { PairComments } from "./talk";
import { useVideos } from "./videos";
import { toggleZoom, ZoomButton } from "./zoom";
import type { Chosen, Fields } from "./judging";
import { Pair, Votes } from "../pair";
import type { Side } from "../pair";
import { useScripts } from "~/ui/parts/scripts";

type Props = {
  pair: PairView;
  next: SeatView["next"];
  number: number;
  keys: boolean;
  chosen: Chosen | null;
  stage: RefObject<HTMLDivElement>;
  onAnswer: (fields: Fields) => void;
};

/** The pair, its three answers, and how much each side was judged. */
export function PairForm({ pair, next, number, keys, chosen, stage, onAnswer }: Props) {
  const scripts = useScripts();
  const seen = useSeen(stage, pair.token);
  const open = !scripts || seen.ready;
  const vote = (choice: Side) => open && onAnswer({ pair: pair.token, choice });
  const skip = () => onAnswer({ pair: pair.token, choice: "skip" });
  const { controls, mute } = useVideos(stage, pair.token);
  const swipe = useSwipe(vote);
  useShortcuts(keys, {
    left: () => vote("left"),
    right: () => vote("right"),
    skip,
    zoom: toggleZoom,
    mute,
  });
  const looks = { headingId: "pair", native: !scripts };
  return (
    <form className="arena" method="post" onSubmit={(event) => submit(event, onAnswer)}>
      <input type="hidden" name="pair" value={pair.token} />
      <Heading number={number} token={pair.token} />
      <div className="stage" ref={stage} {...swipe}>
        <Pair
          key={pair.token}
          {...pair}
          {...looks}
          chosen={chosen?.pair === pair.token ? chosen.side : null}
          tools={<ZoomButton />}
          controls={scripts ? controls : undefined}
        />
        {scripts && next ? <Pair key={next.token} {...next} {...looks} waiting /> : null}
      </div>
      <Unseen failed={scripts ? seen.failed : []} onReload={seen.reload} />
      <Votes keys={keys} chosen={chosen?.side} closed={!open} />
      <PairComments pair={pair} />
    </form>
  );
}

/** What the form would have sent, with the button that sent it. */
export function submit(event: FormEvent<HTMLFormElement>, onAnswer: (fields: Fields) => void) {
  event.preventDefault();
  const { submitter } = event.nativeEvent as SubmitEvent;
  const fields = new FormData(event.currentTarget, submitter);
  onAnswer(Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])));
}

/** Takes the focus with every pair but the first. */
function Heading({ number, token }: { number: number; token: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(token);
  useEffect(() => {
    if (before.current !== token) heading.current?.focus({ preventScroll: true });
    before.current = token;
  }, [token]);
  return (
    <h2 className="unseen" id="pair" tabIndex={-1} ref={heading}>
      Pair {number}: which one fits the theme better?
    </h2>
  );
}
