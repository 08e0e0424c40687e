"""The way of a picture: encoder, nginx, private pieces, delay and cut, public pieces, replay (R51, R58)."""
