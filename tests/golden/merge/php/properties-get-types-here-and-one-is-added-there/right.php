<?php
class User {
    public $name;
    public $email;
    public $age;
}
