"""Facts: which indicator a quantity is said of, and how (measure, direction, period, stance)."""
