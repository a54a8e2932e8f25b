#[tokio::test]
async fn sleeps_long() {
    time::pause();
    sleep(ms(MAX_DURATION)).await;
}
