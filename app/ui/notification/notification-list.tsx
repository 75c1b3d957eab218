import { Form, Link } from "@remix-run/react";
import { NoPicture, Thumb } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { clockTime, date, dateTime } from "../parts/format";

export type NotificationItem = {
  id: number;
  sentence: string;
  /** What it is about, as it stands in the sentence. */ name: string | null;
  path: string;
  picture: MediaView | null;
  at: number;
  read: boolean;
};

const DAY = 86_400_000;

/** What was told, day by day, the latest first. */
export function NotificationList({ items, now }: { items: NotificationItem[]; now: number }) {
  return days(items).map(({ day, notes }) => (
    <section key={day} aria-labelledby={`day-${notes[0]!.id}`}>
      <h2 id={`day-${notes[0]!.id}`} className="label">
        {dayText(notes[0]!.at, now)}
      </h2>
      <ul className="notes">
        {notes.map((note) => (
          <One key={note.id} note={note} />
        ))}
      </ul>
    </section>
  ));
}

function One({ note: { id, sentence, name, path, picture, at, read } }: { note: NotificationItem }) {
  return (
    <li className={read ? undefined : "unread"}>
      <Link to={path}>
        {picture ? <Thumb media={picture} alt="" /> : <NoPicture words="" className="thumb" />}
        <span>
          {read ? null : <span className="vh">Unread: </span>}
          <Said sentence={sentence} name={name} />
        </span>
        <time dateTime={new Date(at).toISOString()} title={dateTime(at)}>
          {clockTime(at)}
          <span className="vh"> UTC</span>
        </time>
      </Link>
      {read ? null : (
        <Form method="post" action="/notifications/read" preventScrollReset>
          <input type="hidden" name="notificationId" value={id} />
          <button className="btn quiet">
            Mark as read<span className="vh">: {sentence}</span>
          </button>
        </Form>
      )}
    </li>
  );
}

function Said({ sentence, name }: Pick<NotificationItem, "sentence" | "name">) {
  const at = name ? sentence.indexOf(name) : -1;
  if (!name || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <bdi>
        <b>{name}</b>
      </bdi>
      {sentence.slice(at + name.length)}
    </>
  );
}

function days(items: NotificationItem[]) {
  const byDay = new Map<string, NotificationItem[]>();
  for (const note of items) byDay.set(date(note.at), [...(byDay.get(date(note.at)) ?? []), note]);
  return [...byDay].map(([day, notes]) => ({ day, notes }));
}

function dayText(at: number, now: number) {
  if (date(at) === date(now)) return "Today";
  return date(at) === date(now - DAY) ? "Yesterday" : date(at);
}
