/** The import table of docs/decisions/0001-the-house.md, enforced by `npm run check`. */
const rooms = {
  values: [],
  contract: ['values'],
  rules: ['values'],
  'cloudfunctions/store': ['values', 'rules'],
  'cloudfunctions/pipeline': ['contract', 'values', 'cloudfunctions/store'],
  'cloudfunctions/decisions': ['contract', 'rules', 'values', 'cloudfunctions/pipeline', 'cloudfunctions/store'],
  'cloudfunctions/customer': [
    'contract',
    'rules',
    'values',
    'cloudfunctions/pipeline',
    'cloudfunctions/store',
    'cloudfunctions/decisions',
  ],
  'cloudfunctions/staff': [
    'contract',
    'rules',
    'values',
    'cloudfunctions/pipeline',
    'cloudfunctions/store',
    'cloudfunctions/decisions',
  ],
  'cloudfunctions/intake': [
    'contract',
    'rules',
    'values',
    'cloudfunctions/pipeline',
    'cloudfunctions/store',
    'cloudfunctions/decisions',
  ],
  'cloudfunctions/scheduled': [
    'contract',
    'rules',
    'values',
    'cloudfunctions/pipeline',
    'cloudfunctions/store',
    'cloudfunctions/decisions',
  ],
  'src/cloud': ['contract', 'values'],
  'src/components': ['values'],
  'src/pages': ['src/cloud', 'src/components', 'values'],
  console: ['contract', 'values'],
  localcloud: [],
}
const ours = '^(values|contract|rules|campaigns|cloudfunctions|src|console|localcloud|tests|tools|config)/'
const asPattern = (path) => path.replace('/', '\\/')
const tests = '\\.test\\.tsx?$'

const roomRules = Object.entries(rooms).map(([room, may]) => ({
  name: `${room.replace('/', '-')}-imports-only-${may.map((name) => name.replace('/', '-')).join('+') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${asPattern(room)}/`, pathNot: tests },
  to: { path: ours, pathNot: [room, ...may].map((name) => `^${escape(name)}/`) },
}))

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'a-package-imports-no-other-package',
      severity: 'error',
      from: { path: '^src/packages/([^/]+)/', pathNot: tests },
      to: { path: ours, pathNot: ['^src/packages/$1/', '^src/cloud/', '^src/components/', '^values/'] },
    },
    {
      name: 'only-the-store-touches-the-database',
      severity: 'error',
      from: { path: '^(values|contract|rules|cloudfunctions/(customer|staff|intake|scheduled)|src)/' },
      to: { path: 'node_modules/(wx-server-sdk|@cloudbase)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // broken/ is a cloud function that cannot load, for the local cloud's own tests.
    exclude: { path: '^(dist|node_modules|\\.local|tests/localcloud/functions/broken)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
