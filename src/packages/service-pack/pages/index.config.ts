export default definePageConfig({ navigationBarTitleText: '服务礼包' })
