extends Node2D

signal hit(damage)

const SPEED = 100
var health = 10

# Called once.
func _ready():
	health = 10
	print("ready")

var costs = {"a": 1, "b": 2}
