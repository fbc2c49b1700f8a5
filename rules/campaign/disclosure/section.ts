/** One part of the rules page. `clause` is the campaign plan's own number, where it has one. */
export interface DisclosureSection {
  id: string
  title: string
  clause: string | null
  paragraphs: string[]
  table: { head: string[]; rows: string[][] } | null
}

export const section = (
  id: string,
  title: string,
  clause: string | null,
  paragraphs: (string | null)[],
  table: DisclosureSection['table'] = null,
): DisclosureSection => ({
  id,
  title,
  clause,
  paragraphs: paragraphs.filter((paragraph) => paragraph !== null),
  table,
})
