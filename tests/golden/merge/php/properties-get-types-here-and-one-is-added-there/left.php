<?php
class User {
    public string $name;
    public string $email;
}
