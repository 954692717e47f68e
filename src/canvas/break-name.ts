/** The words a name may be broken between where it is drawn: `StudentSubscribed` as Student, Subscribed. */
export function breakName(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[_.\-/])(?=[\p{L}\p{N}])/u);
}
