import type { MetaDescriptor } from "@remix-run/react";

type Args = { matches: readonly { id: string; data: unknown }[]; location: { pathname: string } };

type About = {
  title: string;
  description?: string;
  /** The address of a picture, from the root of the site. */ image?: string;
};

const WHAT = "Short contests for images and videos, judged blind, two at a time. Every result can be verified.";

/** What a page that anyone may open says of itself: its title, and how it looks where its address is shared, by whole addresses. */
export function publicMeta(
  { matches, location }: Args,
  { title, description = WHAT, image = "/card.png" }: About,
): MetaDescriptor[] {
  const root = matches.find(({ id }) => id === "root")?.data as { site: string } | undefined;
  const site = root?.site ?? "";
  return [
    { title: `${title} · Crucible` },
    { name: "description", content: description },
    { property: "og:site_name", content: "Crucible" },
    { property: "og:type", content: "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: site + location.pathname },
    { property: "og:image", content: site + image },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** The same of a page of one's own, which is shared with nobody. */
export function ownMeta(title: string): MetaDescriptor[] {
  return [{ title: `${title} · Crucible` }, { name: "description", content: WHAT }];
}
