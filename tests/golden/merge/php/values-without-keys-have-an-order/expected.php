<?php

$steps = [
    new Fetch(),
    new Parse(),
<<<<<<< left
    new Validate(),
=======
    new Store(),
>>>>>>> right
];
