import QtQuick 2.15
import QtQuick.Controls 2.15

ApplicationWindow {
    id: root
    width: 640
    height: 480
    visible: true

    property int count: 0
    signal done(int code)

    function add(a, b) {
        return a + b
    }

    onCountChanged: {
        console.log(count)
    }

    Rectangle {
        id: box
        color: "red"
        anchors.fill: parent
    }

    states: [
        State { name: "on" },
        State { name: "off" }
    ]
}
