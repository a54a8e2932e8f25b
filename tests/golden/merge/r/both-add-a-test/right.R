test_that("it cleans", {
  expect_equal(clean(1), 1)
})

test_that("it keeps", {
  expect_equal(clean(2), 2)
})
