/** What the collectors find. Plain JSON; lengths are CSS pixels on a screen 375 wide, sizes are bytes. */
export interface PackageSizes {
  main: number
  /** By the folder of each subpackage. */
  subpackages: Record<string, number>
}

/** What of the main package's scripts was run by whom, in characters. */
export interface CodeUse {
  file: string
  length: number
  /** By the main package's own pages. */
  byMain: number
  /** By pages of subpackages alone. */
  bySubpackages: number
}

export interface Crossings {
  calls: number
  bytes: number
  /** The largest single one. */
  largest: number
}

/** A page's calls of the cloud, until it was at rest. */
export interface CloudCalls {
  /** Operations with their input, in the order in which they were sent. */
  sent: string[]
  /** Whether the content stood there with every other operation's answer held back. */
  contentAfterOne: boolean
}

export interface Tree {
  nodes: number
  depth: number
  /** Of the node that has most of them. */
  children: number
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Picture {
  where: string
  natural: { width: number; height: number }
  shown: { width: number; height: number }
  /** As loaded; 0 for a picture that was painted on the phone. */
  bytes: number
}

export interface TapArea {
  /** What a screen reader says of it, or its text. */
  name: string
  hasRole: boolean
  isNamed: boolean
  box: Box
  /** Places in the list of those that it stands within: they are one area for a finger. */
  within: number[]
}

export type Colour = readonly [red: number, green: number, blue: number]

export interface TextColour {
  text: string
  /** Font size and weight as computed. */
  size: number
  weight: number
  colour: Colour
  /** Null where there is no flat colour behind the text. */
  ground: Colour | null
}

/** Text whose box hides what does not fit, or that stands outside the page. */
export interface CutText {
  text: string
  /** How much of it is out of sight, to the right and below. */
  beyond: { right: number; below: number }
}

export interface Overlap {
  texts: [string, string]
  by: { width: number; height: number }
}

/** Where the order of the document is not the order in which one reads. */
export interface Jump {
  from: string
  to: string
}

/** One look at a page: light or dark, standard or large type. */
export interface Look {
  name: string
  taps: TapArea[]
  colours: TextColour[]
  cut: CutText[]
  overlaps: Overlap[]
  jumps: Jump[]
}

/** The parts of one script that ran: places of its text, from the first to before the second. */
export interface ScriptRun {
  file: string
  length: number
  ran: [from: number, until: number][]
}

export interface PageMeasures {
  page: string
  path: string
  firstContent: { crossings: Crossings; cloud: CloudCalls } | null
  action: { name: string; crossings: Crossings; sent: string[] } | null
  /** The first content's time as a multiple of an empty page's in the same run; null when it was not taken. */
  timeRatio: number | null
  executed: ScriptRun[]
  tree: Tree
  pictures: Picture[]
  looks: Look[]
  /** What the host found wrong meanwhile, and what the page itself says is wrong. */
  faults: string[]
}
