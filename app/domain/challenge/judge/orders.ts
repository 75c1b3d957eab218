// Text in a picture that speaks to the judge. The judge is asked for it itself; these patterns stand behind its answer.

const patterns = [
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(instructions?|rules?|rubric|prompt|above|previous|everything)\b/iu,
  /\b(give|award|rate|grade|score|assign|mark)\b.{0,50}\b(10|ten|full marks|full|maximum|max|highest|top|perfect)\b/iu,
  /\b(judges?|jury|model|assistant|grader|evaluator|ai|llm|gpt|claude|gemini)\b.{0,60}\b(must|should|shall|please|give|score|rate|choose|pick|select|vote)\b/iu,
  /\b(please|must|should|shall|always)\b.{0,40}\b(choose|pick|select|prefer|vote for|rank)\b.{0,40}\b(this|me|mine|first|left|right|second)\b/iu,
  /\b(system|developer)\s*(prompt|message|note)\b/iu,
  /\bscores?\s*["']?\s*[:=]\s*["']?\s*(10|\{|\[)/iu,
  /\b(this|the)\s+(image|picture|photo|entry|one)\s+(is|should be|must be)\s+(the\s+)?(winner|best|first|a 10|perfect)\b/iu,
  /["']?addresses_?judge["']?\s*[:=]\s*false/iu,
];

/** Whether words found in a picture seem to tell the judge what to do. Spaces between letters and odd characters don’t hide them. */
export function addressesJudge(transcript: string) {
  const plain = transcript
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Mn}]/gu, "")
    .replace(/\s+/gu, " ");
  const joined = plain.replace(/\b(?:\p{L} ){3,}\p{L}\b/gu, (spaced) => spaced.replaceAll(" ", ""));
  return [plain, joined].some((text) => patterns.some((pattern) => pattern.test(text)));
}
