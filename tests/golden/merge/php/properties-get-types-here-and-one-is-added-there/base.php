<?php
class User {
    public $name;
    public $email;
}
