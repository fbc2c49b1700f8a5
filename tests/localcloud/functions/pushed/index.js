const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => ({ event, openid: cloud.getWXContext().OPENID, source: cloud.getWXContext().SOURCE })
