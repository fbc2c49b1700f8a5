const accessibleAttributes = require('../src/components/accessible-attributes.json')

/**
 * Taro's WeChat templates leave out the screen reader's attributes. This plugin adds them; `src/app.tsx` adds the same
 * ones at run time, because both sides shorten attribute names by their order. (Taro loads plugins as plain JavaScript.)
 */
module.exports = function accessibleNames(context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(context, accessibleAttributes),
  })
}
