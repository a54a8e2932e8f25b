<?php

$steps = [
    new Fetch(),
    new Parse(),
    new Store(),
];
