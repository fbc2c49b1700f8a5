/** What the collectors find. Plain JSON; lengths are CSS pixels on a screen 375 wide, sizes are bytes. */
export interface PackageSizes {
  main: number
  /** By the folder of each subpackage. */
  subpackages: Record<string, number>
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

/** One look at a page: light or dark, standard or large type. */
export interface Look {
  name: string
  taps: TapArea[]
  colours: TextColour[]
  cut: CutText[]
  overlaps: Overlap[]
}

export interface PageMeasures {
  page: string
  firstContent: { crossings: Crossings; cloud: CloudCalls } | null
  action: { name: string; crossings: Crossings; sent: string[] } | null
  tree: Tree
  pictures: Picture[]
  looks: Look[]
  /** What the host found wrong meanwhile. */
  faults: string[]
}
