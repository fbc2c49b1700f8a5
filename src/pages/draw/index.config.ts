export default definePageConfig({
  navigationBarTitleText: '车主回馈抽奖',
  navigationBarBackgroundColor: '#8E0F14',
  navigationBarTextStyle: 'white',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
