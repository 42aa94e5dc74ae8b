"""The places of the window around the grid."""
