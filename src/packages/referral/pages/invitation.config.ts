export default definePageConfig({ navigationBarTitleText: '朋友的邀请' })
