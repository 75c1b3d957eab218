/** What came back from a form for submitting: what is ticked, why nothing was entered, and how many files were taken. */
export type Submitted = {
  chosen: number[];
  errors: string[];
  refusals: { mediaId: number | null; reason: string; detail: string }[];
  taken: number;
};

/** Nothing was entered; what was chosen stays chosen. */
export function refused(chosen: number[], errors: string[]): Submitted {
  return { chosen, errors, refusals: [], taken: 0 };
}

/** What stands beside one of the pictures: those of the library, each once. */
export function besidePictures(refusals: Submitted["refusals"]) {
  return refusals.filter(
    ({ mediaId, reason }, at) =>
      reason !== "not-yours" && mediaId !== null && refusals.findIndex((one) => one.mediaId === mediaId) === at,
  );
}

/** What stands beside none of the pictures: what concerns all, and how many are in the library no more. */
export function besideNone(refusals: Submitted["refusals"], gone: (count: number) => string) {
  const some = refusals.filter(({ mediaId }) => mediaId === null).map(({ detail }) => detail);
  const missing = refusals.filter(({ reason }) => reason === "not-yours").length;
  if (missing > 0) some.push(gone(missing));
  return some.length > 0 ? some : ["Nothing was submitted. See the problems marked below."];
}
