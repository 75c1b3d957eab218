import { describe, expect, it } from "vitest";
import { Avatar, hue } from "~/ui/parts/avatar";
import { Comment } from "~/ui/comment/comment";
import { EmptyState } from "~/ui/parts/empty-state";
import { ErrorSummary, errorsOf } from "~/ui/parts/error-summary";
import { CheckCards, CheckField, RadioCards } from "~/ui/parts/options";
import { SelectField, TextArea, TextField } from "~/ui/parts/field";
import { Flash } from "~/ui/parts/flash";
import { LinkedText } from "~/ui/parts/linked-text";
import { Meter } from "~/ui/parts/meter";
import { PersonLink } from "~/ui/parts/person";
import { PriceButton, PriceLink } from "~/ui/contest/price-button";
import { Tabs } from "~/ui/parts/tabs";
import { When } from "~/ui/parts/when";
import { HOUR, longName, now } from "./samples";
import { render, text } from "./render";

describe("forms", () => {
  const field = { id: "f-name", name: "name", initialValue: "Wild", required: true, maxLength: 100 };

  it("tie label, control and hint together", () => {
    const markup = render(<TextField field={field} label="Name" hint="3 to 100 characters" />);
    expect(markup).toContain('<label for="f-name">Name</label>');
    expect(markup).toMatch(/<input[^>]*id="f-name"[^>]*aria-describedby="f-name-note"[^>]*value="Wild"/);
    expect(markup).toContain('<span class="hint" id="f-name-note">3 to 100 characters</span>');
    expect(markup).not.toContain("aria-invalid");
  });

  it("put the error in the hint's place", () => {
    const wrong = { ...field, errors: ["Too short", "Also taken"] };
    for (const markup of [
      render(<TextField field={wrong} label="Name" hint="3 to 100 characters" unit="px" />),
      render(<TextArea field={wrong} label="Name" hint="3 to 100 characters" />),
      render(
        <SelectField
          field={wrong}
          label="Name"
          hint="3 to 100 characters"
          choices={[{ value: "Wild", label: "Wild" }]}
        />,
      ),
    ]) {
      expect(markup).toContain('aria-invalid="true"');
      expect(text(markup)).toContain("Too short");
      expect(text(markup)).not.toContain("3 to 100");
    }
  });

  it("keep what was chosen, and show its price", () => {
    const options = [
      { value: "8", label: "8 h", price: 0 },
      { value: "24", label: "24 h", price: 500 },
      { value: "9", label: "9 h" },
    ];
    const markup = render(
      <RadioCards field={{ id: "d", name: "duration", initialValue: "24" }} legend="Duration" options={options} />,
    );
    expect(markup.match(/checked=""/g)).toHaveLength(1);
    expect(markup).toMatch(/checked=""[^>]*value="24"/);
    expect(text(markup)).toBe("Duration 8 h Free 24 h +500 Buzz 9 h");
  });

  it("tick several of a kind, or none", () => {
    const options = [
      { value: "1", label: "PG" },
      { value: "2", label: "PG-13" },
    ];
    expect(
      render(
        <CheckCards field={{ id: "l", name: "level", initialValue: ["1", "2"] }} legend="Levels" options={options} />,
      ).match(/checked=""/g),
    ).toHaveLength(2);
    expect(render(<CheckCards field={{ id: "l", name: "level" }} legend="Levels" options={options} />)).not.toContain(
      'checked=""',
    );
    expect(render(<CheckField field={{ id: "k", name: "keys", errors: ["Tick it"] }} label="Use keys" />)).toContain(
      'aria-describedby="k-note"',
    );
  });

  it("sum up what is wrong, with a way to each field", () => {
    const form = {
      errors: ["Too little Buzz"],
      allErrors: { "": ["Too little Buzz"], name: ["Too short", "Taken"], cap: ["1 is too few"] },
    };
    const errors = errorsOf(form, { name: field });
    expect(errors).toEqual([
      { words: "Too little Buzz" },
      { id: "f-name", words: "Too short" },
      { id: undefined, words: "1 is too few" },
    ]);
    const markup = render(<ErrorSummary errors={errors} />);
    expect(markup).toContain('<a href="#f-name">Too short</a>');
    expect(text(markup)).toContain("3 things to fix");
    expect(render(<ErrorSummary errors={[]} />)).toBe("");
  });

  it("show what a button spends, and say Free where it spends nothing", () => {
    expect(
      render(
        <PriceButton price={1500} wide>
          Create
        </PriceButton>,
      ),
    ).toContain('class="price-btn wide"');
    expect(text(render(<PriceButton price={1500}>Create</PriceButton>))).toBe("Create 1,500 Buzz");
    expect(text(render(<PriceButton price={0}>Create</PriceButton>))).toBe("Create · Free");
    expect(
      render(
        <PriceLink to="/x" price={0}>
          Submit entry
        </PriceLink>,
      ),
    ).toContain('class="btn primary"');
  });
});

describe("small things", () => {
  it("tell times both ways", () => {
    expect(render(<When at={now - HOUR} now={now} />)).toBe(
      '<time dateTime="2026-11-21T17:46:00.000Z" title="21 Nov 2026, 17:46 UTC">1 h ago</time>',
    );
    expect(text(render(<When at={now + HOUR} now={now} form="both" />))).toBe("in 1 h, 21 Nov 2026, 19:46 UTC");
  });

  it("give a name its own color, whatever its characters", () => {
    expect(hue("emberfox")).toBe(hue("emberfox"));
    expect(render(<Avatar name="😀x" />)).toContain("😀");
    for (const name of ["a", longName, "ß", "😀"]) expect(hue(name)).toBeGreaterThanOrEqual(0);
  });

  it("mark the tab one is on, and count", () => {
    const markup = render(
      <Tabs
        label="Lists"
        tabs={[
          { to: "/a", label: "All", count: 1200, current: true },
          { to: "/b", label: "Rules" },
        ]}
      />,
    );
    expect(markup.match(/aria-current="page"/g)).toHaveLength(1);
    expect(text(markup)).toBe("All 1,200 Rules");
  });

  it("make links of web addresses and of nothing else", () => {
    const markup = render(
      <LinkedText text={'see https://a.example/x?y=1. Not javascript:alert(1), <b>"https://b.example"</b>'} />,
    );
    expect([...markup.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      "https://a.example/x?y=1",
      "https://b.example",
    ]);
    expect(markup).toContain("&lt;b&gt;");
  });

  it("hide the author of a comment while judging is blind", () => {
    const comment = { id: 3, author: null, body: "Fine\nwork", createdAt: now - HOUR, editedAt: now };
    expect(text(render(<Comment comment={comment} now={now} />))).toBe("Someone 1 h ago , edited Fine work");
  });

  it("say of a comment when its author speaks for the site", () => {
    const comment = { id: 3, author: "ada", body: "Fine", createdAt: now - HOUR, editedAt: null };
    const drawn = (role: "user" | "moderator" | "admin") =>
      text(render(<Comment comment={{ ...comment, role }} now={now} />));
    expect([drawn("moderator"), drawn("admin")]).toEqual(["ada Moderator 1 h ago Fine", "ada Admin 1 h ago Fine"]);
    expect(drawn("user")).toBe("ada 1 h ago Fine");
  });

  it("lead to the page of a person, but of one who has left", () => {
    expect(render(<PersonLink name="deleted-ink" />)).toContain('href="/people/deleted-ink"');
    expect(render(<PersonLink name="deleted-7" />)).toBe("<bdi>deleted-7</bdi>");
  });

  it("say what is missing, what happened, and how much is used", () => {
    expect(text(render(<EmptyState title="Nothing here yet">Be the first.</EmptyState>))).toBe(
      "Nothing here yet Be the first.",
    );
    expect(render(<Flash tone="info">Then back.</Flash>)).not.toContain("role");
    expect(render(<Meter value={2} max={5} label="Entries used" />)).toContain('value="2" max="5"');
  });
});
