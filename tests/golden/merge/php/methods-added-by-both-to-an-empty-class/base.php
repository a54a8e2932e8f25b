<?php

class Cart
{
}
