import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalCloud, startLocalCloud } from '#localcloud/local-cloud'
import { SAMPLE_COLLECTIONS, SAMPLE_FUNCTIONS, startSampleCloud } from './sample-cloud'

let cloud: LocalCloud
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localcloud-gateway-'))
  await mkdir(join(folder, 'h5', 'sub'), { recursive: true })
  await writeFile(join(folder, 'h5', 'index.html'), '<h1>首页</h1>')
  await writeFile(join(folder, 'h5', 'sub', '应用.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'not for serving')
  await symlink(join(folder, 'secret.txt'), join(folder, 'h5', 'link.txt'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page', 'index.html'), '<h1>本地云</h1>')
  await writeFile(join(folder, 'page', 'page.js'), 'export {}')
  cloud = await startSampleCloud({
    page: join(folder, 'page'),
    static: [{ path: '/h5', folder: join(folder, 'h5') }],
    httpPaths: [{ path: '/orders-api', function: 'web' }],
    routes: (incoming, response) => {
      if (incoming.url !== '/my-tool') return false
      response.end('the embedding tool')
      return true
    },
  })
})
afterAll(async () => {
  await cloud.stop()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Plain node:http, because fetch neither lets one choose the Host header nor keep ".." in an address. */
function ask(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: cloud.port, method, path, headers: options.headers ?? {} },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(options.body)
  })
}
const post = (path: string, value: unknown, headers: Record<string, string> = {}) =>
  ask('POST', path, { body: JSON.stringify(value), headers })
const json = (answer: Answer) => Object(JSON.parse(answer.body))

describe('POST /client/call', () => {
  it('calls as the identity in x-wx-identity', async () => {
    const identity = { 'x-wx-identity': '{"openid":"oPage","unionid":"uPage"}' }
    const answer = json(await post('/client/call', { name: 'whoami', data: { n: 1 } }, identity))
    expect(answer).toMatchObject({
      databaseOperations: 0,
      requestId: expect.any(String),
      result: { event: { n: 1 }, before: { OPENID: 'oPage', UNIONID: 'uPage', SOURCE: 'wx_client' } },
    })
  })

  it('answers a failed call with errCode and errMsg', async () => {
    const answer = await post('/client/call', { name: 'failing', data: { way: 'error' } })
    expect(answer.status).toBe(200)
    expect(json(answer)).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('余额不足') })
    expect(json(await post('/client/call', { name: 'nowhere' }))).toMatchObject({ errCode: -501000 })
  })

  it.each([
    ['no JSON', '{"name":', {}, 'the body is not JSON'],
    ['no name', '{"data":{}}', {}, 'body.name'],
    ['a name that is no text', '{"name":7}', {}, 'body.name'],
    ['an identity that is no JSON', '{"name":"echo"}', { 'x-wx-identity': 'oPage' }, 'header x-wx-identity'],
    [
      'an openid that is no text',
      '{"name":"echo"}',
      { 'x-wx-identity': '{"openid":1}' },
      'header x-wx-identity.openid',
    ],
    [
      'an unknown identity field',
      '{"name":"echo"}',
      { 'x-wx-identity': '{"openId":"o"}' },
      'header x-wx-identity.openId',
    ],
  ])('%s is refused, saying where', async (_, body, headers, where) => {
    const answer = await ask('POST', '/client/call', { body, headers })
    expect(answer.status).toBe(400)
    expect(json(answer).errMsg).toContain(where)
  })

  it('a body far above 6 MB is refused while it arrives', async () => {
    const answer = await ask('POST', '/client/call', {
      body: `{"name":"echo","data":"${'a'.repeat(7 * 1024 * 1024)}"}`,
    })
    expect(answer.status).toBe(413)
  })
})

describe('POST /admin', () => {
  const failure = (body: string) => ask('POST', '/admin?env=local', { body }).then(json)

  it('an outsider may use the database and call functions, without any identity', async () => {
    const counted = await failure('{"action":"database.calculateDocument","collectionName":"notes","query":"{}"}')
    expect(counted).toMatchObject({ data: { total: 0 } })
    const called = await failure('{"action":"functions.invokeFunction","function_name":"whoami","request_data":"{}"}')
    expect(JSON.parse(called.data.response_data).before).toEqual({ ENV: 'local', SOURCE: 'scf' })
  })

  it.each([
    ['no JSON', 'nonsense', /action/],
    ['no action', '{}', /action/],
    ['an unknown action', '{"action":"analytics.report"}', /analytics\.report/],
    [
      'an event that is no JSON',
      '{"action":"functions.invokeFunction","function_name":"echo","request_data":"{"}',
      /request_data/,
    ],
  ])('%s is answered as CloudBase’s errors are, with status 200', async (_, body, message) => {
    expect(await failure(body)).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(message) })
  })

  it('counts the operations by action', async () => {
    const action = 'database.calculateDocument'
    const before = json(await ask('GET', '/_/operations'))[action] ?? 0
    await cloud.call('counting', { operations: 3 })
    expect(json(await ask('GET', '/_/operations'))[action]).toBe(before + 3)
  })
})

describe('HTTP access', () => {
  it('the function receives CloudBase’s event', async () => {
    const answer = await ask('POST', '/http/web/policies/today?branch=%E4%B8%8A%E6%B5%B7&n=1', {
      headers: { 'content-type': 'application/json', 'x-signature': 'abc' },
      body: '{"保单":1}',
    })
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(json(answer)).toMatchObject({
      path: '/policies/today',
      httpMethod: 'POST',
      queryStringParameters: { branch: '上海', n: '1' },
      headers: { 'x-signature': 'abc' },
      body: '{"保单":1}',
      isBase64Encoded: false,
      requestContext: { envId: 'local' },
    })
  })

  it('a body that is no text arrives base64-encoded', async () => {
    const answer = await ask('PUT', '/http/web/', { headers: { 'content-type': 'application/gzip' }, body: 'abc' })
    expect(json(answer)).toMatchObject({ body: 'YWJj', isBase64Encoded: true, httpMethod: 'PUT', path: '/' })
  })

  it.each([
    ['/http/web/text', 200, 'text/plain; charset=utf-8', '你好'],
    ['/http/web/created', 201, 'text/html', '<b>已创建</b>'],
  ])('%s answers %i', async (path, status, type, body) => {
    expect(await ask('GET', path)).toMatchObject({ status, headers: { 'content-type': type }, body })
  })

  it('bytes come out as bytes', async () => {
    const response = await fetch(`${cloud.url}/http/web/bytes`)
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47])
  })

  it('a path bound to a function is told whole; one that only begins alike is not bound', async () => {
    const answer = await ask('POST', '/orders-api/today?n=1', {
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json(answer)).toMatchObject({ path: '/orders-api/today', queryStringParameters: { n: '1' }, body: '{}' })
    expect(json(await ask('GET', '/orders-api'))).toMatchObject({ path: '/orders-api', httpMethod: 'GET' })
    expect((await ask('POST', '/orders-apis')).status).toBe(404)
  })

  it('a function that fails, hangs or is not there: 500, 504, 404', async () => {
    expect(await ask('GET', '/http/web/fails')).toMatchObject({
      status: 500,
      body: expect.stringContaining('web failed'),
    })
    expect((await ask('GET', '/http/nowhere/')).status).toBe(404)
    expect((await ask('GET', '/http/web/hangs')).status).toBe(504)
  })

  it('the same without a socket', async () => {
    expect(await cloud.http('web', { path: '/created', httpMethod: 'GET' })).toMatchObject({
      statusCode: 201,
      headers: { 'x-count': '1' },
      body: '<b>已创建</b>',
    })
  })
})

describe('message push', () => {
  const message = { MsgType: 'event', Event: 'subscribe', FromUserName: 'oFollower', ToUserName: 'gh_1', CreateTime: 1 }

  it('the event is the message itself, its sender the OPENID', async () => {
    const pushed = { event: message, openid: 'oFollower', source: 'wx_unknown' }
    expect(await cloud.push('pushed', message)).toEqual(pushed)
    expect(json(await post('/push/pushed', message))).toEqual(pushed)
  })

  it.each(['"text"', '[]', 'null', '<xml/>'])('the body %s is refused', async (body) => {
    expect((await ask('POST', '/push/pushed', { body })).status).toBe(400)
  })
})

describe('controls under /_/', () => {
  it('health', async () => {
    expect(json(await ask('GET', '/_/health'))).toEqual({ ok: true })
  })

  it('clock: shown, set, advanced', async () => {
    const { now } = json(await post('/_/clock', { advanceMs: 3_600_000 }))
    expect(now - Date.now()).toBeGreaterThan(3_590_000)
    expect(json(await post('/_/clock', { set: 1_800_000_000_000 })).now - 1_800_000_000_000).toBeLessThan(5000)
    expect(json(await ask('GET', '/_/clock'))).toMatchObject({ offsetMs: cloud.clock.offset() })
    cloud.clock.advance(-cloud.clock.offset())
  })

  it.each([
    ['/_/clock', { set: 'tomorrow' }, '"set"'],
    ['/_/clock', { advance: 1 }, '"advanceMs"'],
    ['/_/risk', { openid: 'o', rank: 9 }, 'body.rank'],
    ['/_/kill', { name: 'echo' }, 'body.name'],
  ])('%s with %j is refused, naming the field', async (path, body, where) => {
    const answer = await post(path, body)
    expect(answer.status).toBe(400)
    expect(json(answer).errMsg).toContain(where)
  })

  it('logs: filtered and limited', async () => {
    await cloud.call('echo', {})
    const calls = JSON.parse((await ask('GET', '/_/logs?function=echo&limit=1')).body)
    expect(calls).toMatchObject([{ function: 'echo', ok: true }])
    expect((await ask('GET', '/_/logs?limit=all')).status).toBe(400)
  })

  it('trigger: runs a timer, or says which there are', async () => {
    expect(json(await post('/_/trigger/scheduled/hourly', {}))).toMatchObject({ result: 'hourly' })
    const unknown = await post('/_/trigger/scheduled/weekly', {})
    expect(unknown.status).toBe(404)
    expect(json(unknown).errMsg).toContain('scheduled/nightly')
  })

  it('kill: a running call fails, the next one is served', async () => {
    await cloud.call('slow', {})
    const running = cloud.call('slow', { waiting: true }).catch((error: Error) => error.message)
    await post('/_/kill', { function: 'slow' })
    expect(await running).toContain('killed')
    expect((await cloud.call('slow', {})).result).toBe('in time')
  })
})

describe('pages', () => {
  it('its own page, framed by nobody and running nothing from elsewhere', async () => {
    const page = await ask('GET', '/')
    expect(page).toMatchObject({ status: 200, body: '<h1>本地云</h1>' })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect((await ask('GET', '/_page/page.js')).headers['content-type']).toContain('javascript')
    expect((await ask('GET', '/_page/../secret.txt')).status).toBe(404)
  })

  it('where its page has not been built, the cloud says how', async () => {
    const plain = await startSampleCloud({ page: join(folder, 'nowhere') })
    expect(await (await fetch(plain.url)).text()).toContain('npm run build')
    await plain.stop()
  })

  it('the call log tells warnings and errors from other lines', async () => {
    await cloud.call('failing', { way: 'warning' })
    expect(cloud.logs({ limit: 1 })[0]).toMatchObject({
      output: ['failing as warning', 'almost empty', 'went on', '<b>empty</b>'],
      complaints: ['almost empty', '<b>empty</b>'],
    })
  })

  it('static folders and the embedding tool’s pages', async () => {
    expect(await ask('GET', '/h5/')).toMatchObject({ status: 200, body: '<h1>首页</h1>' })
    expect(await ask('GET', '/h5')).toMatchObject({ status: 302, headers: { location: '/h5/' } })
    expect((await ask('GET', `/h5/sub/${encodeURIComponent('应用')}.js?v=1`)).headers['content-type']).toContain(
      'javascript',
    )
    expect((await ask('GET', '/my-tool')).body).toBe('the embedding tool')
    expect((await ask('GET', '/elsewhere')).status).toBe(404)
  })

  it.each(['/h5/../secret.txt', '/h5/%2e%2e/secret.txt', '/h5/..%2fsecret.txt', '/h5/link.txt', '/h5/%00', '/h5/%E0'])(
    'nothing outside a static folder: %s',
    async (path) => {
      const answer = await ask('GET', path)
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('not for serving')
    },
  )
})

describe('only this machine', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1'])(
    'Host %j is refused (DNS rebinding)',
    async (host) => {
      const answer = await ask('GET', '/_/health', { headers: { host } })
      expect(answer).toMatchObject({ status: 403, body: expect.stringContaining(host) })
    },
  )

  it.each(['localhost:1', '127.0.0.1', '[::1]:8080', 'LOCALHOST'])('Host %s is this machine', async (host) => {
    expect((await ask('GET', '/_/health', { headers: { host } })).status).toBe(200)
  })

  it('a page from elsewhere may neither call nor ask', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      expect((await post('/_/kill', {}, { origin })).status).toBe(403)
      const preflight = { origin, 'access-control-request-method': 'POST' }
      expect((await ask('OPTIONS', '/client/call', { headers: preflight })).status).toBe(403)
    }
  })

  it('a page of this machine, on another port, may call', async () => {
    const origin = 'http://localhost:10086'
    const preflight = await ask('OPTIONS', '/client/call', {
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-wx-identity' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toBe('x-wx-identity')
    const answer = await post('/client/call', { name: 'echo' }, { origin })
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
  })
})

describe('starting', () => {
  const options = { functions: SAMPLE_FUNCTIONS, collections: SAMPLE_COLLECTIONS, data: ':memory:', warm: false }

  it('refuses to listen where other machines could reach it', async () => {
    await expect(startLocalCloud({ ...options, host: '0.0.0.0' })).rejects.toThrow(/not a loopback/)
  })

  it('reports a taken port as EADDRINUSE', async () => {
    await expect(startLocalCloud({ ...options, port: cloud.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it.each([
    ['functions', { functions: '/nowhere/at/all' }, /functions: .*does not exist/],
    ['collections', { collections: '/nowhere.json' }, /collections: .*ENOENT/],
  ])('says what is missing: %s', async (_, wrong, message) => {
    await expect(startLocalCloud({ ...options, ...wrong })).rejects.toThrow(message)
  })

  it.each([
    ['{"timeout": 61}', 'timeout'],
    ['{"timeout": "3"}', 'timeout'],
    ['{"triggers": [{"name": "a", "type": "timer", "config": "* * *"}]}', 'triggers.0.config'],
    ['{"permissions": {"openapi": "all"}}', 'permissions.openapi'],
    ['{', 'not JSON'],
  ])('a config.json of %s is refused, naming the field', async (config, where) => {
    const functions = await mkdtemp(join(folder, 'functions-'))
    await mkdir(join(functions, 'one'))
    await writeFile(join(functions, 'one', 'index.js'), 'exports.main = () => 1')
    await writeFile(join(functions, 'one', 'config.json'), config)
    await expect(startLocalCloud({ ...options, functions })).rejects.toThrow(where)
  })

  it.each([
    ['{"collections": [{"name": "a", "access": "all"}]}', 'collections.0.access'],
    [
      '{"collections": [{"name": "a", "access": "none", "indexes": [{"name": "i", "keys": []}]}]}',
      'collections.0.indexes.0.keys',
    ],
  ])('a declaration %s is refused, naming the field', async (text, where) => {
    const collections = join(folder, 'collections.json')
    await writeFile(collections, text)
    await expect(startLocalCloud({ ...options, collections })).rejects.toThrow(where)
  })

  it('keeps idle sockets open longer than the SDK does', async () => {
    expect((await ask('GET', '/_/health', { headers: { connection: 'keep-alive' } })).headers['keep-alive']).toBe(
      'timeout=60',
    )
  })
})
