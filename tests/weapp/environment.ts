import { builtinEnvironments, type Environment } from 'vitest/runtime'

/**
 * jsdom's window, and modules as Node has them: Vite would prepare them for a browser, where a file beside the module has
 * a web address and not a path.
 */
export default { ...builtinEnvironments.jsdom, name: 'weapp', viteEnvironment: 'ssr' } satisfies Environment
