<?php

$steps = [
    new Fetch(),
    new Parse(),
];
