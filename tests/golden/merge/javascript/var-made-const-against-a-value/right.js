var a = 1;
var b = 20;
var c = 3;
