#include "widget.h"

void Widget::show() {
    visible = true;
}

<<<<<<< left
void Widget::move(int x) {
    left += x;
=======
void Widget::move(int dx) {
    left = left + dx;
>>>>>>> right
}

void Widget::hide() {
    visible = false;
}
