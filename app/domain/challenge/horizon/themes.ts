import { ideasAndMoods } from "./themes-ideas-and-moods";
import { livingThings } from "./themes-living-things";
import { peopleAndTrades } from "./themes-people-and-trades";
import { places } from "./themes-places";
import { stories } from "./themes-stories";
import { things } from "./themes-things";
import { waysOfSeeing } from "./themes-ways-of-seeing";
import { weatherAndLight } from "./themes-weather-and-light";

export type Theme = { title: string; theme: string; invitation: string };

const all: readonly (readonly [theme: string, invitation: string])[] = [
  ...weatherAndLight,
  ...places,
  ...livingThings,
  ...peopleAndTrades,
  ...things,
  ...ideasAndMoods,
  ...stories,
  ...waysOfSeeing,
];

/** Themes of the site’s own: 400 of them, so that none comes back within a year. */
export const themes: readonly Theme[] = all.map(([theme, invitation]) => ({ title: theme, theme, invitation }));
