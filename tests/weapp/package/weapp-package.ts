import type { AppConfig, ComponentConfig } from './configs'

/** A compiled mini-program, read and translated so that any DOM can run it. Plain JSON: it travels to a browser as it is. */
export interface WeappPackage {
  app: AppConfig
  /** By page or component path, without extension. */
  components: Record<string, ComponentConfig>
  /** Sources by file. */
  scripts: Record<string, string>
  /** The compiled templates, as one JavaScript expression. */
  templates: string
  /** By the name of each `<template name>`: the tags it is made of. */
  templateTags: Record<string, string[]>
  /** By page or component path: its style sheet as a browser takes it. */
  styles: Record<string, string>
  /** Pictures by file, as data addresses. */
  images: Record<string, string>
  /** Every name of WeChat's `wx`, from the official typings: function or not. */
  wxNames: readonly { name: string; callable: boolean }[]
  /** What is wrong with the files already. A host takes them over as faults. */
  warnings: string[]
}
