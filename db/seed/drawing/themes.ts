export type Contest = {
  name: string;
  description: string;
  /** Hours before now at which it started; negative for one that is yet to start. */
  age: number;
  fee: number;
  /** Every how many-th work is entered. */
  every: number;
  votesEach: number;
};

export const contests: Contest[] = [
  {
    name: "Quiet places",
    description: "Somewhere with **nobody in it**. Weather is welcome, drama isn’t.",
    age: 30,
    fee: 100,
    every: 2,
    votesEach: 40,
  },
  {
    name: "One color, many moods",
    description: "Pick a color and stick with it. We’re looking for depth, not noise.",
    age: 7.6,
    fee: 50,
    every: 3,
    votesEach: 24,
  },
  {
    name: "Light on dark ground",
    description: "Something that shines, and what it shines on.\n\n- no text\n- no frames",
    age: 2.5,
    fee: 100,
    every: 2,
    votesEach: 14,
  },
  {
    name: "Farther than the eye can see",
    description: "Distance of any kind: hills, years, galaxies.",
    age: -5,
    fee: 200,
    every: 0,
    votesEach: 0,
  },
  {
    name: "Weather you can hear",
    description: "Rain on a roof, wind in the woods, snow that swallows every sound.",
    age: 4,
    fee: 40,
    every: 4,
    votesEach: 8,
  },
  {
    name: "Small worlds",
    description: "Planets, petals, drops: something complete that fits in your hand.",
    age: 1.1,
    fee: 30,
    every: 5,
    votesEach: 3,
  },
  {
    name: "Before anyone is awake",
    description: "First light, and those who have it to themselves.",
    age: 0.4,
    fee: 0,
    every: 7,
    votesEach: 0,
  },
  {
    name: "Patterns that almost repeat",
    description: "Regular enough to trust, off enough to look twice.",
    age: 5.5,
    fee: 20,
    every: 6,
    votesEach: 6,
  },
  {
    name: "The long way home",
    description: "Show the road, not the house.",
    age: -20,
    fee: 0,
    every: 0,
    votesEach: 0,
  },
];
