/** What a policy's command is called that it issues because of an event: the same whenever it is issued again. */
export function nameReaction(eventId: string, policy: string): string {
  return `${eventId}>${encodeURIComponent(policy)}`;
}

/** The event and the policy in the cause of an event that a policy's command wrote; null for any other cause. */
export function readReaction(
  causationId: string | undefined,
): { readonly eventId: string; readonly policy: string } | null {
  const found = /^(.+)>([^>]+)\/\d+$/s.exec(causationId ?? '');
  const [, eventId, policy] = found ?? [];
  if (eventId === undefined || policy === undefined) return null;
  try {
    return { eventId, policy: decodeURIComponent(policy) };
  } catch {
    return null;
  }
}
