#[tokio::test]
async fn sleeps_long() {
    time::pause();
<<<<<<< left
=======
    // TODO: `ms()` rounds up, so this takes too long
    // When mended, say so in the documentation of `sleep`.
>>>>>>> right
    sleep(ms(MAX_DURATION)).await;
}
