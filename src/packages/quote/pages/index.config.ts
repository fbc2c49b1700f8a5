export default definePageConfig({ navigationBarTitleText: '保费试算' })
