"""What each actor carries across the helhedsplan's projects (docs/method.md, Belastning)."""
