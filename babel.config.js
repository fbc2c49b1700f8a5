// WeChat targets keep async functions, spread and classes native and so need fewer helpers (base library 2.27, iOS 12.2).
const targets = { ios: '12.2', chrome: '78' }
const useBuiltIns = process.env.TARO_ENV === 'h5' ? 'usage' : false

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets, useBuiltIns }]],
}
