let limit = 10; // items on a page
let page = 1;
