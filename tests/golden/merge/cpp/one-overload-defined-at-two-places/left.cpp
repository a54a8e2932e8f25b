#include "widget.h"

void Widget::show() {
    visible = true;
}

void Widget::move(int x) {
    left += x;
}

void Widget::hide() {
    visible = false;
}
