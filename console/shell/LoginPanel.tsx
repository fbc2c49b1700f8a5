/** The code to scan with WeChat. `entered`: the cloud has opened a session for this browser. */
export function LoginPanel(_props: { entered: () => void }) {
  return <p>请用微信扫码登录。</p>
}
