/** A place in the list of people: those with this score and this number come next. */
export type PeopleCursor = { score: number; id: number };

/** `120.7` as an address carries it; null for anything else. */
export function readPeopleCursor(text: string | null | undefined): PeopleCursor | null {
  const [, score, id] = /^(\d{1,12})\.(\d{1,12})$/.exec(text ?? "") ?? [];
  return score && id ? { score: Number(score), id: Number(id) } : null;
}

export function writePeopleCursor({ score, id }: PeopleCursor) {
  return `${score}.${id}`;
}
