import { describe, expect, it } from "vitest";
import { Card } from "~/ui/crucible/card";
import { TopComment } from "~/ui/comment/comment";
import { Frame } from "~/ui/site/frame";
import { RunningTable } from "~/ui/crucible/leaderboard";
import { MediaFrame, Tile } from "~/ui/media/media-frame";
import { Pair, Votes } from "~/ui/crucible/pair";
import { Picture, srcSet } from "~/ui/parts/picture";
import { Podium } from "~/ui/crucible/podium";
import { PrizeBar, PrizePlaces } from "~/ui/contest/prize-bar";
import { ResultsTable } from "~/ui/crucible/results-table";
import { tone } from "~/ui/parts/tone";
import { bare, card, HOUR, image, longName, longTitle, now, result, running, video } from "./samples";
import { render, text } from "./render";

describe("the frame", () => {
  const viewer = { username: "emberfox", balance: 12_480, moderator: false };

  it("offers guests sign-in and sign-up, and no sign-out form", () => {
    const page = render(
      <Frame viewer={null} unread={0} path="/crucibles">
        <main id="main" />
      </Frame>,
    );
    expect(page).toContain('href="/sign-in"');
    expect(page).not.toContain("sign-out");
    expect(page).not.toContain("Moderation");
  });

  it("shows one's own balance, news and menu", () => {
    const page = render(
      <Frame viewer={viewer} unread={3} path="/crucibles">
        <main id="main" />
      </Frame>,
    );
    expect(text(page)).toContain("Your balance: 12,480 Buzz Notifications, 3 unread");
    expect(page).toContain('<form id="sign-out" method="post" action="/sign-out"');
    expect(page).toContain('<button form="sign-out">');
  });

  it("counts no further than it has room for", () => {
    const page = render(
      <Frame viewer={{ ...viewer, balance: 0 }} unread={1234} path="/wallet">
        <main />
      </Frame>,
    );
    expect(text(page)).toContain("99+ unread");
    expect(text(page)).toContain("Your balance: 0 Buzz");
  });

  it("is silent about news when there is none", () => {
    expect(
      text(
        render(
          <Frame viewer={viewer} unread={0} path="/">
            <main />
          </Frame>,
        ),
      ),
    ).not.toContain("unread");
  });

  it.each([
    ["/crucibles", 'aria-current="page" href="/crucibles"'],
    ["/crucibles/1/wild-portraits", 'aria-current="true" href="/crucibles"'],
    ["/library", 'aria-current="page" href="/library"'],
  ])("marks where one is at %s", (path, mark) => {
    const marks = render(
      <Frame viewer={null} unread={0} path={path}>
        <main />
      </Frame>,
    ).match(/<a[^>]*aria-current[^>]*>/g);
    expect(marks).toHaveLength(1);
    for (const word of mark.split(" ")) expect(marks![0]).toContain(word);
  });

  it("hands a moderator the moderator's desk", () => {
    expect(
      render(
        <Frame viewer={{ ...viewer, moderator: true }} unread={0} path="/">
          <main />
        </Frame>,
      ),
    ).toContain('href="/moderation"');
  });

  it("keeps a flash's words as they are", () => {
    const page = render(
      <Frame viewer={null} unread={0} path="/" flash={{ tone: "bad", words: "<b>no</b>" }}>
        <main />
      </Frame>,
    );
    expect(page).toContain('role="alert"');
    expect(page).toContain("&lt;b&gt;no&lt;/b&gt;");
  });
});

describe("a card", () => {
  it("says what a crucible offers and until when", () => {
    const words = text(render(<Card crucible={card()} now={now} />));
    expect(words).toBe(
      "Active Wild Portraits by north_window Prize pool 12,800 Buzz Time left 3 h 64 entries · 51 participants Open for entries",
    );
  });

  it("says no entries, one entry, and very many", () => {
    expect(text(render(<Card crucible={card({ entries: 0, participants: 0 })} now={now} />))).toContain(
      "No entries · no participants",
    );
    expect(text(render(<Card crucible={card({ entries: 1, participants: 1 })} now={now} />))).toContain(
      "1 entry · 1 participant ",
    );
    expect(text(render(<Card crucible={card({ pool: 123_456_789 })} now={now} />))).toContain("123,456,789 Buzz");
  });

  it("names the fee before it opens, and none when it is free", () => {
    const upcoming = {
      status: "pending",
      startsAt: now + 3 * HOUR,
      entriesCloseAt: now + 10 * HOUR,
      endsAt: now + 11 * HOUR,
    } as const;
    expect(text(render(<Card crucible={card(upcoming)} now={now} />))).toMatch(
      /Opens in 3 h .* Opens at 21:46 UTC, fee 200 Buzz$/,
    );
    expect(text(render(<Card crucible={card({ ...upcoming, entryFee: 0 })} now={now} />))).toMatch(/21:46 UTC$/);
  });

  it("does without a cover, and with the longest names", () => {
    const markup = render(<Card crucible={card({ cover: null, name: longTitle, creator: longName })} now={now} />);
    expect(markup).toContain("no-picture");
    expect(markup).toContain(longTitle);
  });

  it("leads to the crucible by number and slug", () => {
    expect(render(<Card crucible={card()} now={now} />)).toContain('href="/crucibles/1/wild-portraits"');
  });
});

describe("pictures", () => {
  it("come in the widths that exist", () => {
    expect(srcSet(image)).toMatch(/320\.webp 320w, .*800\.webp 800w, .*1600\.webp 1244w$/);
    expect(srcSet({ ...image, width: 300 })).toMatch(/^\S+ 300w$/);
  });

  it("hold their place, in their own color", () => {
    const markup = render(<Picture media={image} sizes="10rem" />);
    expect(markup).toContain('width="1244" height="416"');
    expect(markup).toMatch(/style="--tone:rgb\(\d+ \d+ \d+\)"/);
    expect(markup).toContain('loading="lazy"');
  });

  it("of the first screen come first", () => {
    const markup = render(<Picture media={image} sizes="10rem" eager />);
    expect(markup).toContain('fetchpriority="high"');
    expect(markup).not.toContain("lazy");
  });

  it("work without a color, a poster or alt text", () => {
    expect(tone(null)).toBeUndefined();
    expect(render(<Picture media={{ ...image, thumbhash: null }} sizes="10rem" />)).not.toContain("style");
    expect(render(<Picture media={bare} sizes="10rem" />)).not.toContain("<img");
    expect(render(<Picture media={{ ...image, alt: "" }} sizes="10rem" />)).toContain('alt=""');
  });

  it("in a tile are named even when nobody described them", () => {
    expect(render(<Tile media={{ ...image, alt: "" }} to="/media/7" />)).toContain('alt="Image 7"');
    expect(text(render(<Tile media={video} to="/media/8" />))).toContain("0:04");
    expect(render(<Tile media={image} to="/media/7" mine tag="Yours · #3" />)).toContain('class="tile mine"');
  });

  it("that move wait on their poster, muted", () => {
    const markup = render(<MediaFrame media={video} sizes="100vw" />);
    expect(markup).toMatch(/<video[^>]*poster="[^"]*800\.webp"/);
    expect(markup).toContain('muted=""');
    expect(markup).not.toContain("autoplay");
    expect(render(<MediaFrame media={bare} sizes="100vw" />)).toContain('preload="metadata"');
  });
});

describe("the pair", () => {
  it("says the side, what is seen, and nothing else", () => {
    const markup = render(<Pair left={image} right={{ ...image, alt: "" }} headingId="pair" />);
    expect(markup).toContain('alt="Entry on the left: the face of a leopard, very close"');
    expect(markup).toContain('alt="Entry on the right"');
  });

  it("has three answers of one name", () => {
    const values = [...render(<Votes />).matchAll(/name="choice" value="(\w+)"/g)].map(([, value]) => value);
    expect(values).toEqual(["left", "skip", "right"]);
    expect(render(<Votes keys={false} />)).not.toContain("kbd");
  });

  it("lets comments say how many liked them", () => {
    const top = {
      body: "That blue!",
      reactions: [{ kind: "heart", count: 1 } as const, { kind: "thumbs-up", count: 34 } as const],
    };
    const words = text(render(<TopComment label="Comments on the left" hint="new here" top={top} more={null} />));
    expect(words).toBe("That blue! new here 1 heart 34 thumbs up");
  });
});

describe("tables and prizes", () => {
  const rows = [
    running(),
    running({ place: 2, mine: true, title: longTitle, onTrack: 0, media: null, rating: 1500, band: 300 }),
  ];

  it("keep caption, heads and row heads", () => {
    const markup = render(<RunningTable rows={rows} at={now} now={now} />);
    expect(markup).toContain("<caption>");
    expect(markup.match(/<th scope="col"/g)).toHaveLength(7);
    expect(markup.match(/<th scope="row"/g)).toHaveLength(2);
    expect(text(markup)).toContain("1,200 – 1,800");
    expect(markup).toContain('class="me"');
  });

  it("draw ranges within their scale", () => {
    const shares = [
      ...render(<RunningTable rows={rows} at={now} now={now} />).matchAll(/--(?:lo|wd|at):(-?\d+)%/g),
    ].map(([, n]) => Number(n));
    expect(shares).toHaveLength(6);
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
    for (const share of shares) expect(share).toBeLessThanOrEqual(100);
  });

  it("stand empty without breaking", () => {
    expect(render(<RunningTable rows={[]} at={now} now={now} />)).toContain("<tbody></tbody>");
    expect(render(<ResultsTable rows={[]} votes={0} />)).toContain("<tbody></tbody>");
  });

  it("say the result, its firmness and its prize", () => {
    const last = result({ place: 2, firmness: null, settled: null, prize: 0, mine: true });
    const words = text(render(<ResultsTable rows={[result(), last]} votes={1} />));
    expect(words).toContain("It weighs the only vote,");
    expect(words).toContain("1 Wall at Noon saltmarsh 108–34 firm 1,731 1,718 142 108–34 firm 3,172");
    expect(words).toContain("2 Wall at Noon you");
    expect(words).not.toContain("null");
  });

  it("put winners on their steps, fewer when fewer entered", () => {
    const winner = { ...result(), author: "moss_and_stone", rating: 1731 };
    const two = [winner, { ...winner, place: 2, media: null, firmness: null }];
    expect(render(<Podium winners={two} />).match(/class="pod p[12]"/g)).toHaveLength(2);
    expect(render(<Podium winners={two} />)).toContain("moss_<wbr/>and_<wbr/>stone");
    expect(render(<Podium winners={[]} />)).toBe('<ol class="podium"></ol>');
  });

  it("say each share of the pool in words", () => {
    const percents = [50, 30, 20];
    expect(render(<PrizeBar percents={percents} />)).toContain(
      'aria-label="1st place 50 percent, 2nd place 30 percent, 3rd place 20 percent"',
    );
    expect(render(<PrizeBar percents={Array.from({ length: 20 }, () => 5)} tall />).match(/--n:5/g)).toHaveLength(20);
    const places = percents.map((percent, at) => ({
      place: at + 1,
      percent,
      amount: percent * 10,
      media: at ? null : image,
    }));
    expect(text(render(<PrizePlaces places={places} />))).toBe("Place 1 50% 500 Place 2 30% 300 Place 3 20% 200");
  });
});
