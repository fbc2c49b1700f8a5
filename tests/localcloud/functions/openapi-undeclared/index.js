// The same without permissions in config.json.
exports.main = require('../openapi').main
