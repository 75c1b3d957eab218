import { TextInput } from "@mantine/core";
import { describe, expect, it } from "vitest";
import { RichInputs } from "~/ui/parts/mantine";
import { render } from "./render";

describe("rich inputs", () => {
  const markup = render(
    <RichInputs>
      <TextInput label="Name" name="name" />
    </RichInputs>,
  );

  it("are real inputs before any script runs", () => {
    expect(markup).toMatch(/<label[^>]*>Name<\/label>/);
    expect(markup).toMatch(/<input[^>]*name="name"/);
  });

  it("take their colors from the tokens, in either theme", () => {
    for (const scheme of ["light", "dark"]) {
      const block =
        markup.match(new RegExp(`:root\\[data-mantine-color-scheme="${scheme}"\\][^{]*\\{([^}]*)\\}`))?.[1] ?? "";
      expect(block).toContain("--mantine-color-body: var(--surface)");
      expect(block).toContain("--mantine-color-text: var(--text)");
    }
  });
});
