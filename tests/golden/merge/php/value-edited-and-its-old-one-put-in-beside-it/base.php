<?php

return [
    'name' => 'app',
    'locale' => 'en',
];
