let limit = 20; // items
let page = 1;
