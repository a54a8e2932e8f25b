extends Node2D

signal hit(damage)

const SPEED = 100
var health = 10

# Called once.
func _ready():
	health = 10
	print("ready")

func take(damage):
	health -= damage
	if health <= 0:
		emit_signal("hit", damage)

func heal(amount):
	health += amount

func die():
	queue_free()

var costs = {"a": 1, "b": 2}
