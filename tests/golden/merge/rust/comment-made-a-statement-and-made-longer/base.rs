#[tokio::test]
async fn sleeps_long() {
    // TODO: `ms()` rounds up, so this takes too long
    sleep(ms(MAX_DURATION)).await;
}
