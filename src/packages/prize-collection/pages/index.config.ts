export default definePageConfig({ navigationBarTitleText: '领奖' })
