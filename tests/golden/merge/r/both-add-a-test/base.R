test_that("it cleans", {
  expect_equal(clean(1), 1)
})
