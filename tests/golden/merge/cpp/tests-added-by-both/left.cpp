#include "stack.h"

TEST(Stack, Empty) {
    EXPECT_EQ(Stack().size(), 0);
}

TEST(Stack, Push) {
    Stack s;
    s.push(1);
    EXPECT_EQ(s.size(), 1);
}
