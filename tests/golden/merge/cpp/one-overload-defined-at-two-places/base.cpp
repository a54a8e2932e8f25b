#include "widget.h"

void Widget::show() {
    visible = true;
}

void Widget::hide() {
    visible = false;
}
