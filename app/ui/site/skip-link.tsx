/** The first stop of the keyboard: past everything that is on every page, to the element of that id. */
export function SkipLink({ to, words = "Skip to content" }: { to: string; words?: string }) {
  return (
    <a className="skip" href={`#${to}`}>
      {words}
    </a>
  );
}
