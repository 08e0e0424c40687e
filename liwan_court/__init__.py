"""The portal's Django project."""
