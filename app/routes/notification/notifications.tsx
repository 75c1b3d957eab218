import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { readNotifications, unreadCount } from "~/domain/notification/notifications.server";
import { EmptyState } from "~/ui/parts/empty-state";
import { LoadMore } from "~/ui/parts/load-more";
import { NotificationList } from "~/ui/notification/notification-list";
import { ownMeta } from "~/ui/parts/public-meta";
import { number } from "~/ui/parts/format";
import { clock } from "~/web/server/clock.server";
import { requireUser, viewer } from "~/web/session/guard.server";
import { datesToMs } from "~/web/response/instants";
import { peopleText } from "~/ui/parts/people-words";

export const meta: MetaFunction = () => ownMeta("Notifications");

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const after = new URL(request.url).searchParams.get("after");
  const { items, next } = await readNotifications({ ...(await viewer(request)), id: user.id }, { after });
  const unread = await unreadCount(user.id);
  return json({ items: items.map(datesToMs), next, unread, now: clock.now().getTime() });
}

export default function Notifications() {
  const { items, next, unread, now } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wrap narrow stack">
      <div className="row between">
        <h1>Notifications</h1>
        {unread > 0 ? (
          <Form method="post" action="/notifications/read">
            <button className="btn">Mark {number(unread)} as read</button>
          </Form>
        ) : null}
      </div>
      <NotificationList items={items} now={now} />
      {items.length > 0 ? null : (
        <EmptyState icon="bell" title={peopleText.noNotifications}>
          You’ll see entries, results, prizes and comments about your work here.
        </EmptyState>
      )}
      {next ? <LoadMore to={`?after=${encodeURIComponent(next)}`}>Older</LoadMore> : null}
    </main>
  );
}
