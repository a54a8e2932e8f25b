#include "widget.h"

void Widget::show() {
    visible = true;
}

void Widget::hide() {
    visible = false;
}

void Widget::move(int dx) {
    left = left + dx;
}
