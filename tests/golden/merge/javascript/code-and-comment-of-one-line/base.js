let limit = 10; // items
let page = 1;
