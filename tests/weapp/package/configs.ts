import * as v from 'valibot'

/** The parts of app.json that decide what the host does. */
export const appConfigSchema = v.object({
  pages: v.pipe(v.array(v.string()), v.minLength(1)),
  entryPagePath: v.optional(v.string()),
  subPackages: v.optional(v.array(v.object({ root: v.string(), pages: v.array(v.string()) })), []),
  window: v.optional(v.record(v.string(), v.unknown()), {}),
  tabBar: v.optional(
    v.object({
      list: v.array(
        v.object({
          pagePath: v.string(),
          text: v.string(),
          iconPath: v.optional(v.string()),
          selectedIconPath: v.optional(v.string()),
        }),
      ),
    }),
  ),
  darkmode: v.optional(v.boolean(), false),
})
export type AppConfig = v.InferOutput<typeof appConfigSchema>

/** A page's or component's own JSON. */
export const componentConfigSchema = v.looseObject({
  component: v.optional(v.boolean()),
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  navigationBarTitleText: v.optional(v.string()),
  navigationBarBackgroundColor: v.optional(v.string()),
  navigationBarTextStyle: v.optional(v.string()),
})
export type ComponentConfig = v.InferOutput<typeof componentConfigSchema>
