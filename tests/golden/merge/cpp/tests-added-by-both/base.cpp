#include "stack.h"

TEST(Stack, Empty) {
    EXPECT_EQ(Stack().size(), 0);
}
