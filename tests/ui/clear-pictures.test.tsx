import { rgbaToThumbHash } from "thumbhash";
import { expect, test } from "vitest";
import { Picture } from "~/ui/parts/picture";
import { render } from "./render";
import { image } from "./samples";

function drawn(alpha: number) {
  const thumbhash = Buffer.from(rgbaToThumbHash(4, 4, Buffer.alloc(64, alpha))).toString("base64");
  return render(<Picture media={{ ...image, thumbhash }} sizes="10rem" />);
}

test("pictures that can be seen through lie on squares, on which both black and white are seen", () => {
  expect(drawn(255)).not.toContain("squares");
  expect(drawn(90)).toContain('style="--tone:var(--squares);--behind:var(--squares)"');
});
