/** Items by number, kept in the order of their keys, lowest first, as keys change a little at a time. */
export class SortedIndex {
  readonly order: number[] = [];
  private readonly place: number[] = [];
  private readonly key: number[] = [];

  set(item: number, key: number) {
    if (this.place[item] === undefined) this.place[item] = this.order.push(item) - 1;
    this.key[item] = key;
    let at = this.place[item]!;
    while (at > 0 && this.key[this.order[at - 1]!]! > key) at = this.swap(at, at - 1);
    while (at < this.order.length - 1 && this.key[this.order[at + 1]!]! < key) at = this.swap(at, at + 1);
  }

  /** The place of the first item whose key is at least `key`. */
  firstFrom(key: number) {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.key[this.order[middle]!]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private swap(from: number, to: number) {
    const [moved, other] = [this.order[from]!, this.order[to]!];
    this.order[to] = moved;
    this.order[from] = other;
    this.place[moved] = to;
    this.place[other] = from;
    return to;
  }
}
