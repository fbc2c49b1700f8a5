export default definePageConfig({ navigationBarTitleText: '推荐有礼', enableShareAppMessage: true })
