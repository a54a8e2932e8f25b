test_that("it cleans", {
  expect_equal(clean(1), 1)
})

test_that("it drops", {
  expect_null(clean(NA))
})
