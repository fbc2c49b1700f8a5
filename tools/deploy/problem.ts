/** Why nothing is deployed yet: what is wrong, where it stands, and how to mend it. */
export interface Problem {
  what: string
  where: string
  mend: string
}
